import { SuggestionList } from "../../components/suggestions.tsx";
import type { Pattern } from "./pattern.ts";
import { decision } from "./samples.ts";

const named = { work: decision, status: "partly-ceased" } as const;

export const PATTERNS_OF_SEARCH: readonly Pattern[] = [
  {
    id: "goi-y",
    title: "Gợi ý khi gõ",
    why: "Dưới ô tìm, sau hai chữ. Phím mũi tên chọn, Enter mở, Escape đóng. Không chạy mã thì ô tìm vẫn tìm.",
    show: (f) => (
      <div class="suggest__list suggest__list--still" role="listbox" aria-label={f.t.suggest.label}>
        <SuggestionList
          f={f}
          found={{
            units: [{ work: decision, eId: "art_5__cl_2", unit: "khoản 2 Điều 5" }],
            numbers: [named],
            laws: [],
            titles: [],
          }}
        />
      </div>
    ),
  },
];
