import { SEVERITY_ORDER } from "../../../src/domain/finding.ts";
import type { StatusName } from "../../../src/domain/status.ts";
import { CitationCardView } from "../../components/citation-card.tsx";
import { CiteInText } from "../../components/cite.tsx";
import { PLACES_ONLY } from "../../../src/use-cases/view-unit-names.ts";
import { EvidencePair } from "../../components/evidence.tsx";
import { FindingQueue } from "../../components/finding-rows.tsx";
import { Graph } from "../../components/graph.tsx";
import { LawTable } from "../../components/law-table.tsx";
import { Proof } from "../../components/proof.tsx";
import { FindingNote, notesOf, ProvisionRow, railState, type TextContext } from "../../components/provision-view.tsx";
import { Mark, Scanned, SeverityMark, Status, stateOf, type State } from "../../components/status.tsx";
import { words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";
import { graph } from "./graph-sample.ts";
import { feeTable } from "./table-sample.ts";
import * as sample from "./samples.ts";

import type { Pattern } from "./pattern.ts";

const STATUSES: readonly StatusName[] = [
  "in-force",
  "partly-ceased",
  "ceased",
  "not-yet-in-force",
  "suspended",
  "partly-suspended",
  "unknown",
];

const STROKES: Readonly<Record<State, string>> = {
  force: "nét liền",
  amended: "nét đôi",
  partial: "theo nét của từng khoản, điểm",
  ended: "nét mảnh, lời văn gạch",
  pending: "nét chấm",
  paused: "nét đứt",
  unknown: "nét đứt mảnh",
};

const textContext = (f: Frame): TextContext => ({
  f,
  links: sample.links,
  self: "a1",
  home: "/patterns",
  names: PLACES_ONLY,
  places: new Map(),
  level: 3,
});

/** How the law, what is known of it and what is found in it are shown. */
export const PATTERNS_OF_LAW: readonly Pattern[] = [
  {
    id: "nhan",
    title: "Nhãn hiệu lực",
    why: "Hình, chữ, rồi mới tới màu. In đen trắng vẫn đọc được.",
    show: (f) => (
      <div class="scroll" tabindex={0}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">Trong dòng</th>
              <th scope="col">Không đọc từ lời văn</th>
              <th scope="col">Ở đầu văn bản</th>
              <th scope="col">Nét bên lề</th>
            </tr>
          </thead>
          <tbody>
            {STATUSES.map((s) => (
              <tr>
                <td>
                  <Status f={f} status={s} known="text" />
                </td>
                <td>
                  <Status f={f} status={s} known="register" />
                  <Scanned f={f} />
                </td>
                <td>
                  <Status f={f} status={s} known="text" tag />
                </td>
                <td>
                  <span class="rail-sample" data-state={stateOf(s)}></span>
                  {STROKES[stateOf(s)]}
                </td>
              </tr>
            ))}
            <tr>
              <td>
                <Mark state="amended" words={f.t.unit.amended} />
              </td>
              <td>
                <Mark state="amended" words={f.t.unit.amended} tag />
              </td>
              <td>
                <span class="rail-sample" data-state="amended"></span>
                {STROKES.amended}
              </td>
            </tr>
          </tbody>
        </table>
      </div>
    ),
  },
  {
    id: "muc",
    title: "Mức độ",
    why: "Nặng nhẹ là số vạch, không phải màu: màu để dành cho hiệu lực.",
    show: (f) => (
      <p class="rowx">
        {SEVERITY_ORDER.map((s) => (
          <SeverityMark f={f} severity={s} />
        ))}
        <span class="tag">{f.t.maturity.trial}</span>
      </p>
    ),
  },
  {
    id: "ray",
    title: "Nét bên lề",
    why: "Nét dọc giữa lời văn và lề cho biết điều khoản đang ở tình trạng nào; lời văn cũ và mới đặt trong thẻ mở được bằng chuột hay bàn phím.",
    show: (f) => (
      <div class="law">
        {sample.clauses.map((s) => {
          const unit = s.anchor === null ? undefined : sample.units[s.anchor];
          const state: State = unit?.standing
            ? railState(unit.standing.state)
            : unit && unit.refused.length > 0
              ? "unknown"
              : "force";
          return (
            <ProvisionRow
              text={textContext(f)}
              row={{
                state,
                struck: unit?.standing?.state === "repealed",
                stretches: [s],
                notes: unit === undefined ? [] : notesOf(unit, f, PLACES_ONLY, new Map()),
              }}
            />
          );
        })}
      </div>
    ),
  },
  {
    id: "bang-luat",
    title: "Bảng trong văn bản",
    why: "Giữ cột để đọc số tiền theo tên cột; màn hình hẹp thì kéo ngang trong khung, bằng cả bàn phím. Số dồn về bên phải.",
    show: (f) => (
      <div class="law">
        <LawTable
          f={f}
          table={feeTable.table}
          wordsOf={({ span }) => feeTable.text.slice(span.start, span.end)}
          view={({ span }) =>
            feeTable.text
              .slice(span.start, span.end)
              .split("\n")
              .map((line) => words(line))
          }
        />
      </div>
    ),
  },
  {
    id: "dan",
    title: "Dẫn chiếu",
    why: "Liên kết mang theo tình trạng của văn bản được dẫn. Chưa tìm ra thì gạch chấm, không đoán.",
    show: (f) => (
      <p class="law-voice">
        Thực hiện theo{" "}
        {sample.links.map((view, i) => (
          <>
            {i === 0 ? "" : ", "}
            <CiteInText f={f} view={view} home="/patterns">
              {words(view.link.text)}
            </CiteInText>
          </>
        ))}
        .
      </p>
    ),
  },
  {
    id: "the",
    title: "Thẻ dẫn chiếu",
    why: "Nổi bên cạnh dẫn chiếu khi trỏ vào hoặc chọn bằng phím: đích là gì, còn dùng được không, viết gì.",
    show: (f) => (
      <div class="cols cols--2">
        {sample.cards.map((card) => (
          <div class="cite-card">
            <CitationCardView f={f} card={card} />
          </div>
        ))}
      </div>
    ),
  },
  {
    id: "so-do",
    title: "Sơ đồ",
    why: "Cao thấp là hiệu lực pháp lý, trái phải là thời gian, nét vẽ là quan hệ. Danh sách bên dưới nói cùng nội dung.",
    show: (f) => <Graph f={f} graph={graph} />,
  },
  {
    id: "chung",
    title: "Chứng cứ",
    why: "Lời của luật giữ nguyên từng chữ, có nơi lấy; tô đúng những chữ quyết định.",
    show: (f) => (
      <>
        <EvidencePair f={f} evidence={sample.pair} applied="against" />
        <div class="verdict">
          <p>{sample.finding.why}</p>
          <p>
            <b>{f.t.finding.todo}</b> {sample.finding.recommendation}
          </p>
        </div>
      </>
    ),
  },
  {
    id: "phat",
    title: "Phát hiện",
    why: "Ba chỗ xuất hiện: danh sách, trang đầu, bên lề. Luôn nói điều gì, ở đâu.",
    show: (f) => (
      <div class="cols cols--2">
        <FindingQueue f={f} rows={sample.rows} current="s2" />
        <div class="flow">
          <FindingQueue f={f} rows={sample.rows.slice(0, 2)} grouped={false} />
          <div class="pat-note">
            <FindingNote f={f} finding={sample.finding} />
          </div>
        </div>
      </div>
    ),
  },
  {
    id: "chuoi",
    title: "Chuỗi căn cứ",
    why: "Tình trạng nào cũng trả lời được câu hỏi vì sao biết.",
    show: (f) => (
      <Proof f={f} period={sample.periods[2] as never} works={new Map()} names={PLACES_ONLY} self="a1" known="text" />
    ),
  },
];
