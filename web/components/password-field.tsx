import { FieldFrame } from "./field.tsx";

/** A password. Never shown again: what was typed does not come back with its fault. */
export const PasswordField = ({
  name,
  label,
  help,
  fault = null,
  fresh = false,
}: {
  name: string;
  label: string;
  help?: string;
  fault?: string | null;
  /** It is being chosen: password managers offer one. */
  fresh?: boolean;
}) => (
  <FieldFrame id={name} label={label} help={help} fault={fault}>
    <input
      class="input"
      type="password"
      id={name}
      name={name}
      required
      maxlength={256}
      autocomplete={fresh ? "new-password" : "current-password"}
      aria-describedby={[help && `${name}-help`, fault && `${name}-fault`].filter(Boolean).join(" ") || undefined}
      aria-invalid={fault ? "true" : undefined}
    />
  </FieldFrame>
);
