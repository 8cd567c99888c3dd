import type { Dictionary } from "../i18n/vi.ts";
import type { FaultCode } from "../route.ts";

export type ApiFaultCode = keyof Dictionary["api"]["faults"];

/** One value that was sent and cannot be taken. */
export interface FieldFault {
  /** `query.limit`, `body.reason`. */
  readonly at: string;
  readonly what: string;
}

/** What went wrong with a call. A value: operations return it, the server turns it into RFC 9457 problem details. */
export interface ApiFault {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 429 | 500 | 503 | 507;
  readonly code: FaultCode | ApiFaultCode;
  /** The value at fault, as given. */
  readonly value: string;
  readonly fields?: readonly FieldFault[];
  /** Said in place of the dictionary's words: a problem that brings its own. */
  readonly said?: { readonly what: string; readonly why: string; readonly todo: string };
}

export const apiFault = (
  status: ApiFault["status"],
  code: ApiFault["code"],
  value = "",
  more: Pick<ApiFault, "fields" | "said"> = {},
): { fault: ApiFault } => ({ fault: { status, code, value, ...more } });

const LONGEST_VALUE_SHOWN = 80;
const shorten = (value: string): string =>
  value.length <= LONGEST_VALUE_SHOWN ? value : `${value.slice(0, LONGEST_VALUE_SHOWN)}…`;

/** What, why and what to do, in the language of the dictionary. */
export function sayFault(t: Dictionary, fault: ApiFault): { what: string; why: string; todo: string } {
  if (fault.said) return fault.said;
  const value = shorten(fault.value);
  return Object.hasOwn(t.api.faults, fault.code)
    ? t.api.faults[fault.code as ApiFaultCode](value)
    : t.fault[fault.code as FaultCode](value);
}
