import type { AttachedTo } from "../../../src/domain/notification.ts";
import type { Permission, PolicyObject } from "../../../src/domain/policy.ts";
import type { Store } from "../../../src/store/store.ts";
import {
  attachedType,
  attachFiles,
  LARGEST_ATTACHED,
  MOST_ATTACHED,
  removeAttachment,
  standingFile,
} from "../../../src/use-cases/attach-file.ts";
import { aboutConsultation, aboutFinding, aboutHandling, aboutSheet } from "../../about.ts";
import { anchorOf } from "../../attached.ts";
import { givenFile } from "../../download.ts";
import { type Ask, fault, goTo, type Route } from "../../route.ts";
import { RefusedPage } from "./page.tsx";

/** A kind of work that files are kept beside: whoever may read it reads them, whoever may write it adds some. */
interface Place {
  readonly kind: AttachedTo;
  /** Address of the thing, with its number as the last part. */
  readonly path: string;
  readonly read: Permission;
  readonly write: Permission;
  about(store: Store, id: string): Promise<PolicyObject | null>;
  /** The page files are shown on. */
  page(store: Store, id: string): Promise<string>;
}

const PLACES: readonly Place[] = [
  {
    kind: "finding",
    path: "/findings/:key",
    read: "finding:read",
    write: "finding:decide",
    about: aboutFinding,
    page: async (_, id) => `/findings/${id}`,
  },
  {
    kind: "sheet",
    path: "/sheets/:id",
    read: "sheet:read",
    write: "sheet:write",
    about: aboutSheet,
    page: async (_, id) => `/sheets/${id}`,
  },
  {
    kind: "consultation",
    path: "/opinions/:id",
    read: "sheet:read",
    write: "opinion:answer",
    about: aboutConsultation,
    page: async (store, id) => `/sheets/${(await store.sheets.consultation(id))?.sheet ?? ""}`,
  },
  {
    kind: "handling",
    path: "/handling/:id",
    read: "handling:read",
    write: "handling:write",
    about: aboutHandling,
    page: async (_, id) => `/handling/${id}`,
  },
  {
    kind: "petition",
    path: "/petitions/:id",
    read: "petition:read",
    write: "petition:write",
    about: async (store, id) => ((await store.petitions.find(id)) === null ? null : {}),
    page: async (_, id) => `/petitions/${id}`,
  },
  {
    kind: "inspection",
    path: "/inspections/:id",
    read: "petition:read",
    write: "inspection:write",
    about: async (store, id) => ((await store.petitions.inspection(id)) === null ? null : {}),
    page: async (_, id) => `/inspections/${id}`,
  },
];

const subjectOf = ({ param }: Pick<Ask, "param">, { kind, path }: Place) => ({
  kind,
  id: param(path.slice(path.lastIndexOf(":") + 1)),
});

/** Files come in. What may not be kept is named on a page of its own; where everything was kept, one is back at once. */
const add = (place: Place): Route => ({
  method: "POST",
  takes: "files",
  limits: {
    file: LARGEST_ATTACHED,
    total: MOST_ATTACHED * LARGEST_ATTACHED + 1024 * 1024,
    files: MOST_ATTACHED,
  },
  bounded: "upload",
  path: `${place.path}/attachments`,
  permission: place.write,
  about: (ask) => place.about(ask.store, subjectOf(ask, place).id),
  async answer(ask) {
    const { store, upload, person, now, frame: f } = ask;
    const subject = subjectOf(ask, place);
    if ((await place.about(store, subject.id)) === null) {
      await upload?.discard();
      return fault(404, "not-found", subject.id);
    }
    if (upload === null) return fault(400, "no-files", "");
    const { added, refused } = await attachFiles({ store, subject, upload, person, now });
    const back = f.href(
      await place.page(store, subject.id),
      { attached: added.length },
      anchorOf(place.kind, subject.id),
    );
    if (refused.length === 0) return goTo(ask, back);
    return {
      title: f.t.attached.title,
      nav: null,
      status: 400,
      place: [{ label: f.t.home.title, href: f.href("/") }, { label: f.t.attached.title }],
      body: <RefusedPage f={f} added={added.length} refused={refused} back={back} />,
    };
  },
});

/** The bytes as they were given. */
const file = (place: Place): Route => ({
  path: `${place.path}/attachments/:file`,
  permission: place.read,
  async answer(ask) {
    const { store, param } = ask;
    const found = await standingFile(store, subjectOf(ask, place), param("file"));
    const bytes = found === null ? null : await store.attachments.bytes(found.id);
    if (found === null || bytes === null) return fault(404, "no-attachment", param("file"));
    return givenFile(found.name, attachedType(found.name), bytes, { "Cache-Control": "private, no-store" });
  },
});

const remove = (place: Place): Route => ({
  method: "POST",
  path: `${place.path}/attachments/:file/remove`,
  permission: place.write,
  about: (ask) => place.about(ask.store, subjectOf(ask, place).id),
  async answer(ask) {
    const { store, param, person, now, frame: f } = ask;
    const subject = subjectOf(ask, place);
    const outcome = await removeAttachment(store, subject, param("file"), person, now);
    if (outcome === "none") return fault(404, "no-attachment", param("file"));
    if (outcome === "not-yours") return fault(403, "attachment-not-yours", "");
    return goTo(
      ask,
      f.href(await place.page(store, subject.id), { attached: "removed" }, anchorOf(place.kind, subject.id)),
    );
  },
});

/** Files beside every kind of work: in, out, away. */
export const attachments: readonly Route[] = PLACES.flatMap((place) => [add(place), file(place), remove(place)]);
