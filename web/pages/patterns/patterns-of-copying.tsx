import { officialCitation } from "../../../src/domain/official-citation.ts";
import type { OfficialCitationView } from "../../../src/use-cases/view-official-citation.ts";
import { CitationPanel } from "../../components/citation-panel.tsx";
import type { Pattern } from "./pattern.ts";
import { decision } from "./samples.ts";

const clause: OfficialCitationView = {
  work: decision,
  eId: "art_6__cl_1",
  unit: "khoản 1 Điều 6",
  citation: officialCitation(decision, "art_6__cl_1"),
  words: ["1. Giá vé do chủ bến niêm yết công khai tại hai đầu bến."],
  stands: "yes",
  days: [],
  nearest: null,
};

export const PATTERNS_OF_COPYING: readonly Pattern[] = [
  {
    id: "trich-dan",
    title: "Trích dẫn",
    why: "Bấm số khoản, số điểm hoặc chữ Trích dẫn cạnh điều: đúng cách viện dẫn, lời văn, liên kết. Nút chép chỉ có khi trình duyệt chạy mã.",
    show: (f) => <CitationPanel f={f} view={clause} />,
  },
];
