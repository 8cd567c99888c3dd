import type { HandlingRow } from "../../../src/use-cases/handling-list.ts";
import { Worklist } from "../../components/worklist.tsx";
import { Said, words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";
import { nameOf } from "./rows.tsx";

const SHOWN = 5;

/** Results that are not what was planned, with both sides; nothing where there are none. */
export const Contradicted = ({ f, rows }: { f: Frame; rows: readonly HandlingRow[] }) => {
  const t = f.t.handling;
  return (
    <Worklist f={f} id="contradicted" title={t.contradicted} n={rows.length}>
      {rows.slice(0, SHOWN).map((row) => (
        <li>
          <a href={f.href(`/handling/${row.handling.id}`)} data-row>
            {words(nameOf(f, row))}
          </a>
          <br />
          <small>
            <b>{t.planned}:</b> {row.handling.body.form === null ? t.undecided : t.forms[row.handling.body.form]}
            {" · "}
            <b>{t.actual}:</b> <Said f={f} text={row.handling.body.outcome ?? ""} />
          </small>
        </li>
      ))}
    </Worklist>
  );
};
