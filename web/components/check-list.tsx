import type { Frame } from "../frame.ts";
import { words } from "./words.tsx";

/** What can be ticked. */
export interface Choice {
  readonly value: string;
  readonly name: string;
  /** Documents that have it; left out where that is not counted. */
  readonly n?: number;
}

/** Boxes of one group, folded until some are ticked, or as told. A form sends each as `group value`. */
export const CheckList = ({
  f,
  group,
  label,
  choices,
  chosen,
  open = chosen.length > 0,
  describedBy,
}: {
  f: Frame;
  group: string;
  label: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  open?: boolean;
  describedBy?: string;
}) => (
  <details class="checks" open={open}>
    <summary>
      {label} {chosen.length > 0 ? <b>({f.t.n(chosen.length)})</b> : null}
    </summary>
    <fieldset class="checks__list" aria-describedby={describedBy}>
      <legend class="sr">{label}</legend>
      {choices.map(({ value, name, n }) => (
        <label class="check">
          <input type="checkbox" name={`${group} ${value}`} checked={chosen.includes(value)} />
          <span>{words(name)}</span>
          {n === undefined ? null : <span class="check__n">{f.t.n(n)}</span>}
        </label>
      ))}
    </fieldset>
  </details>
);

/** The values of a group that were ticked. */
export const tickedOf = (
  form: ReadonlyMap<string, string>,
  group: string,
  choices: readonly Pick<Choice, "value">[],
): string[] => choices.flatMap(({ value }) => (form.has(`${group} ${value}`) ? [value] : []));
