import { CheckList } from "../../components/check-list.tsx";
import { Stat } from "../../components/lists.tsx";
import { Blank, Message } from "../../components/message.tsx";
import { Field } from "../../components/field.tsx";
import { Icon } from "../../components/sprite.tsx";
import { FullName } from "../../components/words.tsx";
import * as sample from "./samples.ts";

import type { Pattern } from "./pattern.ts";

/** How the tool speaks and is handled. */
export const PATTERNS_OF_TOOL: readonly Pattern[] = [
  {
    id: "nut",
    title: "Nút",
    why: "Một nút chính mỗi vùng. Nút nói việc sẽ xảy ra. Phím tắt ghi ngay trong nút.",
    show: () => (
      <>
        <div class="acts">
          <button type="button" class="btn btn--go">
            Xác nhận <kbd>c</kbd>
          </button>
          <button type="button" class="btn">
            Bác bỏ <kbd>d</kbd>
          </button>
          <button type="button" class="btn btn--quiet">
            Để sau
          </button>
          <button type="button" class="btn btn--stop">
            Dừng nhập
          </button>
        </div>
        <div class="acts">
          <button type="button" class="btn btn--go" aria-busy="true">
            Đang ghi
          </button>
          <button type="button" class="btn" disabled>
            Tải DOCX
          </button>
          <button type="button" class="btn" aria-pressed="true">
            Chỉ phần khác
          </button>
          <button type="button" class="btn btn--s">
            Nút nhỏ
          </button>
        </div>
        <div class="acts">
          <button type="button" class="btn is-hover">
            Trỏ vào
          </button>
          <button type="button" class="btn is-focus">
            Đang ở đây
          </button>
          <button type="button" class="btn btn--go is-hover">
            Trỏ vào
          </button>
        </div>
      </>
    ),
  },
  {
    id: "truong",
    title: "Ô nhập",
    why: "Nhãn ở trên, lời giải thích dưới nhãn, lỗi ngay trên ô và nói cách sửa.",
    show: () => (
      <div class="cols cols--2">
        <Field
          name="f1"
          label="Số, ký hiệu"
          help="Ví dụ 17/2025/QĐ-UBND. Giữ nguyên số 0 ở đầu."
          value="17/2025/QĐ-UBND"
        />
        <Field
          name="f2"
          label="Ngày ban hành"
          fault="31/06/2026 không có trong lịch. Tháng 6 có 30 ngày."
          value="31/06/2026"
        />
        <Field name="f3" label="Lý do, căn cứ" help="Nêu văn bản hoặc sự kiện làm căn cứ" long />
      </div>
    ),
  },
  {
    id: "nhieu-o",
    title: "Nhiều ô để chọn",
    why: "Gập lại với số ô đã chọn; mở ra xếp theo cột, đủ rộng để đọc.",
    show: (f) => (
      <CheckList
        f={f}
        group="pat"
        label="Chọn lĩnh vực"
        choices={["Đất đai", "Môi trường", "Tài nguyên", "Thi đua, khen thưởng, các danh hiệu vinh dự nhà nước"].map(
          (name, i) => ({ value: String(i), name, n: 12 - 3 * i }),
        )}
        chosen={["1"]}
      />
    ),
  },
  {
    id: "mot-o",
    title: "Một ô và nút",
    why: "Trang bắt đầu bằng một câu hỏi: nút đứng cạnh ô, xuống dòng khi hẹp.",
    show: (f) => (
      <form class="one-field" action="/impact">
        <Field name="symbol" id="f4" label={f.t.impact.pick} help={f.t.impact.pickHelp} />
        <button class="btn btn--go" type="submit">
          {f.t.impact.go}
        </button>
      </form>
    ),
  },
  {
    id: "ngay",
    title: "Ngày",
    why: "Xem ngày khác hôm nay thì dải đầu trang đổi nền, đổi nét và nói rõ.",
    show: (f) => (
      <>
        <div class="where pat-where">
          <span>Hôm nay</span>
          <span class="day">
            <label for="d1">{f.t.day.label}</label>
            <input class="input input--s" id="d1" value="30/06/2026" />
          </span>
        </div>
        <div class="where where--other pat-where">
          <span>Ngày khác</span>
          <span class="day">
            <b>{f.t.day.other}</b>
            <label for="d2">{f.t.day.label}</label>
            <input class="input input--s" id="d2" value="31/12/2025" />
            <a class="btn btn--s" href="#ngay">
              {f.t.day.back}
            </a>
          </span>
        </div>
      </>
    ),
  },
  {
    id: "tab",
    title: "Thẻ",
    why: "Mỗi thẻ là một địa chỉ. Dấu đậm dưới chữ là nơi đang đứng.",
    show: (f) => (
      <nav class="tabs" aria-label="Thẻ mẫu">
        <a href="#tab" aria-current="page">
          {f.t.document.text}
        </a>
        <a href="#tab">
          {f.t.document.relations} <span class="n">18</span>
        </a>
        <a href="#tab">{f.t.document.review}</a>
      </nav>
    ),
  },
  {
    id: "so",
    title: "Số và hình",
    why: "Số nào cũng là liên kết tới danh sách của nó. Hình chỉ khi so sánh bằng mắt nhanh hơn.",
    show: (f) => (
      <ul class="pat-stat">
        <Stat f={f} label="Tỉnh An Sơn cũ" n={274} of={274} href="#so" />
        <Stat f={f} label="Ủy ban nhân dân tỉnh An Khê" n={148} of={274} href="#so" />
      </ul>
    ),
  },
  {
    id: "tin",
    title: "Thông báo",
    why: "Điều gì, vì sao, làm gì.",
    show: () => (
      <>
        <Message what="Lời văn nhận dạng từ ảnh.">Có thể sai dấu và số. Xem tệp gốc trước khi viện dẫn.</Message>
        <Message kind="ok" what="Đã nhập 196 văn bản.">
          Hiệu lực đã được tính lại, có 9 phát hiện mới.
        </Message>
        <Message kind="warn" what="Lời văn đã thay đổi sau khi bạn kết luận.">
          Phát hiện được mở lại; kết luận cũ còn giữ ở dưới.
        </Message>
        <Message kind="fault" what="Không nhập.">
          Tệp có mật khẩu nên không đọc được. Tải lên tệp không khóa.
        </Message>
      </>
    ),
  },
  {
    id: "nhap",
    title: "Nhận tệp, tiến độ",
    why: "Bao nhiêu, trong bao nhiêu, đang ở bước nào; lúc nào cũng có cách dừng. Không cần kịch bản vẫn gửi được.",
    show: (f) => (
      <div class="flow">
        <div class="drop">
          <div class="field">
            <label for="pat-files">{f.t.import.files}</label>
            <span class="field__help">{f.t.import.filesHelp}</span>
            <input class="input" type="file" id="pat-files" multiple />
          </div>
          <p>{f.t.import.drop}</p>
        </div>
        <div class="prog">
          <p>
            <b>{f.t.job.progress(158, 214)}</b>
          </p>
          <progress value={158} max={214} aria-label={f.t.job.progress(158, 214)} />
        </div>
        <ol class="steps" aria-label={f.t.job.stepsLabel}>
          <li class="is-done">
            <Icon name="i-check" /> {f.t.job.steps.reading}
          </li>
          <li aria-current="step">
            <Icon name="i-wait" /> {f.t.job.steps.linking}
          </li>
          <li>{f.t.job.steps.rules}</li>
        </ol>
      </div>
    ),
  },
  {
    id: "trong",
    title: "Trống",
    why: "Không có gì cũng là một kết quả: nói vì sao và bước tiếp theo.",
    show: (f) => (
      <Blank
        title={f.t.documents.none}
        act={
          <a class="btn" href="#trong">
            {f.t.documents.noneTodo}
          </a>
        }
      >
        {f.t.documents.noneWhy("“Chỉ thị”, “Năm ban hành: 2026”")}
      </Blank>
    ),
  },
  {
    id: "chu",
    title: "Chữ",
    why: "Có chân là lời của luật, không chân là lời của công cụ, mực xanh là việc của người.",
    show: (f) => (
      <>
        <p class="pat-3xl">Rà soát Ề Ộ Ữ ẫ ậ</p>
        <p class="pat-2xl">Thời hạn dài hơn nghị định cho phép</p>
        <p class="pat-xl">Ngày 30/06/2026, kho có 909 văn bản đang áp dụng.</p>
        <p>
          Chữ giao diện 15 px: <FullName f={f} work={sample.decision} />.
        </p>
        <p class="small muted">Chữ phụ 13 px: chờ kết luận.</p>
        <p class="law-voice pat-law-t">
          Trong thời hạn không quá 07 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ, Ủy ban nhân dân cấp xã{" "}
          <mark>công bố mở bến</mark>; giá vé do chủ bến <del>quyết định</del> <ins>niêm yết công khai</ins>.
        </p>
      </>
    ),
  },
  {
    id: "mau",
    title: "Màu",
    why: "Năm việc, không có việc thứ sáu.",
    show: () => (
      <ul class="swatches">
        {["act", "force", "amended", "partial", "ended", "pending", "paused", "unknown", "hl"].map((name) => (
          <li>
            <span class={`sw sw--${name}`}></span>
            {name}
          </li>
        ))}
      </ul>
    ),
  },
];
