import { type AddressFault, addressFault } from "../domain/national-address.ts";
import type { PaperNames } from "../report/deciding-paper.ts";
import type { Store } from "../store/store.ts";

/** How the province and its bodies are called in what leaves the department. Empty = not said yet; the papers then print "…". */
export interface Agency extends PaperNames {
  /** Address of a document in the national database, with `{symbol}` in it. */
  readonly nationalDatabase: string;
}

export const AGENCY_FIELDS = [
  "place",
  "dateline",
  "department",
  "departmentCode",
  "councilChair",
  "committeeChair",
  "departmentHead",
  "recipients",
  "nationalDatabase",
] as const satisfies readonly (keyof Agency)[];

export const NO_AGENCY: Agency = {
  place: "",
  dateline: "",
  department: "",
  departmentCode: "",
  councilChair: "",
  committeeChair: "",
  departmentHead: "",
  recipients: "",
  nationalDatabase: "",
};

const SETTING = "agency";
const LONGEST = 200;
const LONGEST_LIST = 2000;

interface Kept {
  readonly version: number;
  readonly agency: Agency;
}

/** What is known, and which version of it: who changes it says what they saw. */
export async function readAgency(store: Store): Promise<Kept> {
  const text = await store.settings.get(SETTING);
  if (text === null) return { version: 0, agency: NO_AGENCY };
  const kept = JSON.parse(text) as Kept;
  return { version: kept.version, agency: { ...NO_AGENCY, ...kept.agency } };
}

export type AgencyFault = { readonly field: keyof Agency; readonly why: "too-long" | AddressFault };

/** What is wrong with what somebody wrote. */
export function agencyFaults(agency: Agency): readonly AgencyFault[] {
  const tooLong = AGENCY_FIELDS.filter(
    (field) => agency[field].length > (field === "recipients" ? LONGEST_LIST : LONGEST),
  );
  const address = agency.nationalDatabase === "" ? null : addressFault(agency.nationalDatabase);
  return [
    ...tooLong.map((field) => ({ field, why: "too-long" }) as const),
    ...(address === null ? [] : [{ field: "nationalDatabase", why: address } as const]),
  ];
}

/** Keeps it; false where somebody else has changed it since version `seen`. */
export const saveAgency = (store: Store, agency: Agency, seen: number, by: string, now: number): Promise<boolean> =>
  store.withTransaction(async () => {
    const { version } = await readAgency(store);
    if (version !== seen) return false;
    await store.settings.set(SETTING, JSON.stringify({ version: version + 1, agency } satisfies Kept));
    await store.audit.append({
      at: now,
      by,
      action: "report.write",
      subject: SETTING,
      detail: { version: version + 1 },
    });
    return true;
  });
