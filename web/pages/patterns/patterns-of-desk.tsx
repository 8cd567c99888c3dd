import type { SavedViewRow } from "../../../src/use-cases/saved-views.ts";
import { ALONE, type Person } from "../../../src/domain/account.ts";
import type { Attachment, Notification } from "../../../src/domain/notification.ts";
import { Attachments } from "../../components/attachments.tsx";
import { Bell, Notice } from "../../components/notice.tsx";
import { SavedViews } from "../../components/saved-views.tsx";
import type { Pattern } from "./pattern.ts";

const listed = (id: string, name: string, query: string, n: number | null): SavedViewRow => ({
  view: { id, page: "findings", name, query, by: "Lê Thu Hà", at: 0 },
  n,
});

const told = (id: string, given: Partial<Notification> & Pick<Notification, "kind" | "body">): Notification => ({
  id,
  to: "local",
  at: Date.UTC(2026, 10, 26, 7, 5),
  readAt: null,
  mailedAt: null,
  once: id,
  ...given,
});

const TOLD: readonly Notification[] = [
  told("1", {
    kind: "assigned",
    body: {
      path: "/findings",
      values: {
        to: "Sở Xây dựng",
        due: "2026-12-05",
        what: "Thời hạn công bố bến dài hơn nghị định cho phép",
        code: "D03",
        document: "17/2025/QĐ-UBND",
      },
      by: "Lê Thu Hà (ha)",
    },
  }),
  told("2", {
    kind: "due.over",
    body: { path: "/findings", values: { work: "assignment", n: 4, due: "2026-11-20" }, by: null },
  }),
  told("3", {
    kind: "sheet.concluded",
    readAt: 1,
    body: { path: "/", values: { document: "41/2019/QĐ-UBND" }, by: "Trần Minh Đức (duc)" },
  }),
];

const attached = (id: string, name: string, size: number): Attachment => ({
  id,
  subjectKind: "sheet",
  subject: "s1",
  name,
  size,
  sha256: "",
  by: "Lê Thu Hà (ha)",
  at: Date.UTC(2026, 10, 26, 7, 5),
  removedAt: null,
});

/** Reviews, and attached the first of the two. */
const DUC: Person = { ...ALONE, alone: false, role: "reviewer", signature: "Trần Minh Đức (duc)" };

const ATTACHED: readonly Attachment[] = [
  { ...attached("a", "Công văn 214 của Sở Xây dựng.pdf", 284_120), by: DUC.signature },
  attached("b", "Biên bản họp lấy ý kiến về dự thảo quyết định thay thế, bản có chữ ký của các đơn vị.docx", 1_940_000),
];

/** What people keep on their desk. */
export const PATTERNS_OF_DESK: readonly Pattern[] = [
  {
    id: "bo-loc-co-ten",
    title: "Bộ lọc có tên",
    why: "Danh sách lưu dưới một tên, kèm số dòng lúc này. Danh sách đang mở có gạch bên trái; bộ lọc chưa có tên thì lưu được.",
    show: (f) => (
      <div class="pat-queue">
        <SavedViews
          f={{ ...f, query: new URLSearchParams("severity=critical") }}
          page="findings"
          token=""
          views={[
            listed("a", "Đất đai, trái nghị định", "field=11&group=conflict", 14),
            listed("b", "Giao cho tôi, quá hạn", "assigned=me&due=over", 0),
            listed("c", "Mọi văn bản của Ủy ban nhân dân tỉnh An Khê trước ngày 01 tháng 7 năm 2025", "body=x", null),
          ]}
        />
      </div>
    ),
  },
  {
    id: "thong-bao",
    title: "Thông báo gửi từng người",
    why: "Một câu cho mỗi việc, chưa đọc thì đậm và có gạch bên trái. Chuông trên đầu trang đếm thông báo chưa đọc.",
    show: (f) => (
      <>
        <p class="rowx">
          <Bell f={{ ...f, keys: false }} unread={0} />
          <Bell f={{ ...f, keys: false }} unread={3} />
          <Bell f={{ ...f, keys: false }} unread={140} />
        </p>
        <ul class="notices">
          {TOLD.map((one) => (
            <Notice f={f} notice={one} token="" />
          ))}
        </ul>
      </>
    ),
  },
  {
    id: "tep-dinh-kem",
    title: "Tệp đính kèm",
    why: "Tên, cỡ, ai đính kèm, lúc nào. Chỉ người đính kèm và người phê duyệt thấy nút Bỏ; người chỉ xem không thấy biểu mẫu.",
    show: (f) => (
      <Attachments f={f} at="/patterns" id="tep" files={ATTACHED} person={DUC} mayAdd token="" heading="h3" />
    ),
  },
];
