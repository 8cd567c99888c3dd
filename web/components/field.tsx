import type { Child } from "hono/jsx";
import { Icon } from "./sprite.tsx";

interface FieldProps {
  readonly name: string;
  /** Where two forms of a page send the same name; default: the name. */
  readonly id?: string;
  readonly label: string;
  readonly help?: string;
  readonly value?: string;
  /** What is wrong with what was sent. */
  readonly fault?: string | null;
  readonly required?: boolean;
  /** Room for more than one line. */
  readonly long?: boolean;
  /** What the browser may fill in; nothing unless said. */
  readonly autocomplete?: "username" | "email";
}

/** One labelled input of a form, its help above it, its fault beside it. */
export const Field = ({
  name,
  id = name,
  label,
  help,
  value = "",
  fault,
  required = false,
  long = false,
  autocomplete,
}: FieldProps) => {
  const described = [help && `${id}-help`, fault && `${id}-fault`].filter(Boolean).join(" ") || undefined;
  const shared = {
    class: "input",
    id,
    name,
    required,
    "aria-describedby": described,
    "aria-invalid": fault ? ("true" as const) : undefined,
  };
  return (
    <FieldFrame id={id} label={label} help={help} fault={fault}>
      {long ? (
        <textarea {...shared} rows={3}>
          {value}
        </textarea>
      ) : (
        <input {...shared} type="text" value={value} autocomplete={autocomplete ?? "off"} />
      )}
    </FieldFrame>
  );
};

/** The frame round any control: `id` is the control's. */
export const FieldFrame = ({
  id,
  label,
  help,
  fault = null,
  children,
}: Pick<FieldProps, "label" | "help" | "fault"> & { id: string } & { children: Child }) => (
  <div class={fault ? "field field--fault" : "field"}>
    <label for={id}>{label}</label>
    {help ? (
      <span class="field__help" id={`${id}-help`}>
        {help}
      </span>
    ) : null}
    {fault ? (
      <span class="field__fault" id={`${id}-fault`}>
        <Icon name="i-fault" />
        <span>{fault}</span>
      </span>
    ) : null}
    {children}
  </div>
);
