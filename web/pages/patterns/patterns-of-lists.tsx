import { Chips, Facet, Pager } from "../../components/lists.tsx";
import { Status } from "../../components/status.tsx";
import { Cell, NameCell, Row, Table } from "../../components/table.tsx";
import type { Pattern } from "./pattern.ts";

/** How long lists are narrowed, paged and worked on. */
export const PATTERNS_OF_LISTS: readonly Pattern[] = [
  {
    id: "loc",
    title: "Lọc",
    why: "Mỗi lựa chọn là một liên kết; chọn lại để bỏ. Con số cho biết chọn thì còn bao nhiêu.",
    show: (f) => (
      <>
        <div class="pat-stat">
          <Facet
            f={f}
            name="status"
            title={f.t.documents.statusOn("30/06/2026")}
            choices={(["in-force", "partly-ceased", "ceased"] as const).map((s, i) => ({
              value: s,
              n: 812 - 300 * i,
              label: <Status f={f} status={s} known="text" />,
            }))}
          />
        </div>
        <Chips
          f={f}
          chips={[
            { name: "type", label: "Quyết định" },
            { name: "year", label: "Năm ban hành: 2025" },
          ]}
          panel="loc"
        />
      </>
    ),
  },
  {
    id: "trang",
    title: "Trang",
    why: "Chỉ Trước, Sau và Về đầu: danh sách dài luôn được lọc, không lật trang số 37.",
    show: (f) => <Pager f={f} shown={50} total={10284} next="x" previous="y" first={51} />,
  },
  {
    id: "chon-nhieu",
    title: "Chọn nhiều",
    why: "Ô ở đầu dòng, thanh việc làm bám đáy màn hình. Một biểu mẫu: không có script vẫn chạy; phím x đánh dấu dòng đang đứng.",
    show: () => (
      <>
        <Table
          caption="Hai văn bản"
          class="table--pick"
          columns={[
            { head: <span class="sr">Chọn</span>, class: "pick" },
            { head: "Văn bản", sort: "ascending" },
          ]}
        >
          {["17/2025/QĐ-UBND", "06/2026/QĐ-UBND"].map((symbol, i) => (
            <Row>
              <Cell class="pick">
                <label class="tick">
                  <input type="checkbox" checked={i === 0} />
                  <span class="sr">Chọn {symbol}</span>
                </label>
              </Cell>
              <NameCell>
                <b class="sym">{symbol}</b>
              </NameCell>
            </Row>
          ))}
        </Table>
        <div class="bulk" role="group" aria-label="Làm với các văn bản đã chọn">
          <b>Đã chọn 1</b>
          <button type="button" class="btn btn--s">
            Xuất XLSX
          </button>
          <button type="button" class="btn btn--s" disabled>
            So sánh hai văn bản
          </button>
        </div>
      </>
    ),
  },
];
