import { PageHead } from "../../components/layout.tsx";
import type { Frame } from "../../frame.ts";
import { PATTERNS_OF_COPYING } from "./patterns-of-copying.tsx";
import { PATTERNS_OF_SEARCH } from "./patterns-of-search.tsx";
import { PATTERNS_OF_DESK } from "./patterns-of-desk.tsx";
import { PATTERNS_OF_LISTS } from "./patterns-of-lists.tsx";
import { PATTERNS_OF_OVERVIEW } from "./patterns-of-overview.tsx";
import { PATTERNS_OF_REPORTS } from "./patterns-of-reports.tsx";
import { PATTERNS_OF_REVIEW } from "./patterns-of-review.tsx";
import { PATTERNS_OF_LAW } from "./patterns-of-law.tsx";
import { PATTERNS_OF_TIME } from "./patterns-of-time.tsx";
import { PATTERNS_OF_TOOL } from "./patterns-of-tool.tsx";

const PATTERNS = [
  ...PATTERNS_OF_LAW,
  ...PATTERNS_OF_COPYING,
  ...PATTERNS_OF_SEARCH,
  ...PATTERNS_OF_TIME,
  ...PATTERNS_OF_OVERVIEW,
  ...PATTERNS_OF_REPORTS,
  ...PATTERNS_OF_TOOL,
  ...PATTERNS_OF_LISTS,
  ...PATTERNS_OF_DESK,
  ...PATTERNS_OF_REVIEW,
];

/** Every component with its states. The remarks are in the language of the people who will ask for changes. */
export const PatternsPage = ({ f }: { f: Frame }) => (
  <>
    <PageHead title={f.t.nav.patterns}>{f.t.patterns.lead}</PageHead>
    <nav class="pat-nav small" aria-label={f.t.patterns.parts}>
      {PATTERNS.map((p) => (
        <a href={`#${p.id}`} lang={f.lang === "vi" ? undefined : "vi"}>
          {p.title}
        </a>
      ))}
    </nav>
    {PATTERNS.map((p) => (
      <section class="sec pat" id={p.id} aria-labelledby={`${p.id}-h`} lang={f.lang === "vi" ? undefined : "vi"}>
        <div class="pat__head">
          <h2 id={`${p.id}-h`}>{p.title}</h2>
          <p class="small muted">{p.why}</p>
        </div>
        <div class="pat__body flow">{p.show(f)}</div>
      </section>
    ))}
  </>
);
