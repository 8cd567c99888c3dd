import { compareFields, fieldNames } from "../resolve/field-names.ts";
import type { Store } from "../store/store.ts";

interface Choice {
  readonly key: string;
  readonly name: string;
  /** Documents here. */
  readonly n: number;
}

/** What lists of waiting things may be narrowed by: bodies in Vietnamese order, fields in the order of the Codification. */
export interface AttentionFilters {
  readonly bodies: readonly Choice[];
  readonly fields: readonly Choice[];
}

/** Bodies offered: those with most documents. A chosen one is always among them. */
const MAX_BODIES = 200;

const inVietnamese = new Intl.Collator("vi");

export async function attentionFilters(store: Store, body: string | null): Promise<AttentionFilters> {
  const filing = await store.worklists.filing();
  const names = fieldNames();
  const chosen = filing.bodies.slice(MAX_BODIES).filter((choice) => choice.key === body);
  return {
    bodies: [...filing.bodies.slice(0, MAX_BODIES), ...chosen].sort((a, b) => inVietnamese.compare(a.name, b.name)),
    fields: filing.fields
      .map(({ key, n }) => ({ key, name: names.get(key) ?? key, n }))
      .sort((a, b) => compareFields(a.key, b.key)),
  };
}
