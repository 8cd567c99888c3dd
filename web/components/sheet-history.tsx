import type { AuditEntry } from "../../src/domain/audit.ts";
import type { Frame } from "../frame.ts";
import { AuditDetail } from "./audit-detail.tsx";
import { Section } from "./layout.tsx";
import { moment } from "./moment.ts";

/** Names of things, not of what was done to them. */
const UNSAID = ["work", "name", "consultation", "handling", "batch", "unitId"];

/** Who did what with one sheet or batch, oldest first, out of the audit trail. */
export const SheetHistory = ({ f, title, entries }: { f: Frame; title: string; entries: readonly AuditEntry[] }) =>
  entries.length === 0 ? null : (
    <Section id="h-history" title={title}>
      <ol class="rel history small">
        {entries.map((entry) => (
          <li>
            <b>{f.t.audit.actions[entry.action]}</b>{" "}
            <span class="muted">
              {entry.by}, {moment(f, entry.at)}
            </span>
            <AuditDetail f={f} detail={entry.detail} but={UNSAID} />
          </li>
        ))}
      </ol>
    </Section>
  );
