import type { RuleEntry } from "../../src/use-cases/view-rules.ts";
import type { Frame } from "../frame.ts";
import { capital, namedSymbol, Said, unitName } from "./words.tsx";

/** What a rule rests on: article, document, and in which years that was the basis. */
export const Basis = ({ f, rule }: { f: Frame; rule: RuleEntry }) => (
  <ul class="basis">
    {rule.basis.map((b) => {
      const when = [b.from ? f.t.rules.from(f.date(b.from)) : null, b.to ? f.t.rules.to(f.date(b.to)) : null]
        .filter(Boolean)
        .join(", ");
      const label = `${b.eId === null ? "" : `${unitName(b.eId)} `}${namedSymbol(b.symbol)}`;
      return (
        <li>
          <a href={f.href("/search", { q: b.symbol })}>
            <Said f={f} text={capital(label)} />
          </a>
          {when === "" ? null : <span class="muted"> ({when})</span>}
        </li>
      );
    })}
  </ul>
);
