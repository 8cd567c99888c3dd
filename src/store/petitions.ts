import type { Inspection, Petition } from "../domain/petition.ts";
import type { WorkId } from "../domain/work.ts";

/** What comes from outside, and documents that look unlawful from their first day. Some dozens a year: read whole. */
export interface PetitionStore {
  add(petition: Petition): Promise<void>;
  find(id: string): Promise<Petition | null>;
  /** Received last first. */
  all(): Promise<readonly Petition[]>;
  /** Stores `next` where the stored one still has the version before it; false: somebody was first. */
  change(next: Petition): Promise<boolean>;
  addInspection(inspection: Inspection): Promise<void>;
  inspection(id: string): Promise<Inspection | null>;
  /** Opened last first. */
  inspections(): Promise<readonly Inspection[]>;
  inspectionsOf(works: Iterable<WorkId>): Promise<readonly Inspection[]>;
  /** As `change`. */
  changeInspection(next: Inspection): Promise<boolean>;
}
