import { type Unit, UNIT_KINDS } from "../../../src/domain/account.ts";
import type { UnitFault, UnitForm } from "../../../src/use-cases/manage-units.ts";
import type { ScopeOptions, UnitRow } from "../../../src/use-cases/view-units.ts";
import { CheckList } from "../../components/check-list.tsx";
import { Field, FieldFrame } from "../../components/field.tsx";
import { PageHead } from "../../components/layout.tsx";
import { Blank, Message } from "../../components/message.tsx";
import { Cell, NameCell, Row, Table } from "../../components/table.tsx";
import { words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";

export const UnitsPage = ({ f, rows }: { f: Frame; rows: readonly UnitRow[] }) => {
  const t = f.t.units;
  const add = (
    <a class="btn btn--go" href={f.href("/admin/units/new")}>
      {t.new}
    </a>
  );
  return (
    <>
      <PageHead title={t.title} acts={add}>
        {t.lead}
      </PageHead>
      <div class="stack">
        {f.query.get("said") === "saved" ? <Message kind="ok" what={t.saved} /> : null}
        {rows.length === 0 ? (
          <Blank title={t.none}>{t.noneWhy}</Blank>
        ) : (
          <Table
            caption={t.title}
            columns={[
              { head: t.name },
              { head: t.kind },
              { head: t.scope },
              { head: t.coversHead, class: "num" },
              { head: t.people, class: "num" },
            ]}
          >
            {rows.map(({ unit, parent, people, documents, says }) => (
              <Row>
                <NameCell>
                  <a href={f.href(`/admin/units/${unit.id}`)}>{words(unit.name)}</a>
                  {unit.active ? null : <span class="faint"> ({t.notUsed})</span>}
                  {parent === null ? null : <span class="faint"> · {words(parent)}</span>}
                </NameCell>
                <Cell label={t.kind}>{t.kinds[unit.kind]}</Cell>
                <Cell label={t.scope}>
                  {says.length === 0 ? t.whole : words(says.map((one) => levelName(f, one)).join("; "))}
                </Cell>
                <Cell label={t.coversHead} class="num">
                  {f.t.n(documents)}
                </Cell>
                <Cell label={t.people} class="num">
                  {f.t.n(people)}
                </Cell>
              </Row>
            ))}
          </Table>
        )}
      </div>
    </>
  );
};

const levelName = (f: Frame, value: string): string =>
  Object.hasOwn(f.t.documents.levels, value) ? f.t.documents.levels[value as keyof typeof f.t.documents.levels] : value;

interface OneProps {
  readonly f: Frame;
  readonly unit: Unit | null;
  readonly shown: UnitForm;
  readonly units: readonly Unit[];
  readonly options: ScopeOptions;
  readonly why: UnitFault | null;
  readonly token: string;
}

export const UnitPage = ({ f, unit, shown, units, options, why, token }: OneProps) => {
  const t = f.t.units;
  const fault = (...codes: readonly UnitFault[]): string | null =>
    why !== null && codes.includes(why) ? t.faults[why] : null;
  return (
    <>
      <PageHead title={unit === null ? t.new : words(unit.name)} />
      {why === "stale" ? <Message kind="fault" what={t.faults.stale} /> : null}
      <form class="flow" method="post" action={f.href(`/admin/units/${unit?.id ?? "new"}`)}>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="version" value={String(unit?.version ?? 0)} />
        <div class="narrow flow">
          <Field name="name" label={t.name} value={shown.name} fault={fault("no-name", "name-taken")} required />
          <FieldFrame id="kind" label={t.kind} fault={fault("bad-kind")}>
            <select class="input" id="kind" name="kind">
              {UNIT_KINDS.map((kind) => (
                <option value={kind} selected={kind === shown.kind}>
                  {t.kinds[kind]}
                </option>
              ))}
            </select>
          </FieldFrame>
          <FieldFrame id="parent" label={t.parent} fault={fault("bad-parent")}>
            <select class="input" id="parent" name="parent">
              <option value="">{t.noParent}</option>
              {units
                .filter((one) => one.id !== unit?.id)
                .map((one) => (
                  <option value={one.id} selected={one.id === shown.parent}>
                    {one.name}
                  </option>
                ))}
            </select>
          </FieldFrame>
        </div>
        <h2>{t.scope}</h2>
        <p>{t.scopeHelp}</p>
        {(["fields", "bodies", "territories", "levels"] as const).map((part) => (
          <CheckList
            f={f}
            group={part}
            label={f.t.units[part]}
            choices={
              part === "levels" ? options.levels.map((o) => ({ ...o, name: levelName(f, o.value) })) : options[part]
            }
            chosen={shown.scope[part]}
          />
        ))}
        {unit === null ? null : (
          <label class="check">
            <input type="checkbox" name="active" value="yes" checked={shown.active} />
            <span>{t.active}</span>
          </label>
        )}
        <p>
          <button class="btn btn--go" type="submit">
            {unit === null ? t.create : t.save}
          </button>
        </p>
      </form>
    </>
  );
};
