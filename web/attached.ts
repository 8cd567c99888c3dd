import type { AttachedTo } from "../src/domain/notification.ts";
import type { AttachmentsProps } from "./components/attachments.tsx";
import type { Ask } from "./route.ts";

/** Addresses of things that files are kept beside. */
const AT: Readonly<Record<AttachedTo, string>> = {
  finding: "/findings",
  sheet: "/sheets",
  consultation: "/opinions",
  handling: "/handling",
  petition: "/petitions",
  inspection: "/inspections",
};

/** Where the files of a thing stand on the page that shows them. */
export const anchorOf = (kind: AttachedTo, id: string): string => (kind === "consultation" ? `files-${id}` : "files");

/** The files beside one thing, as its page shows them. `mayAdd`: whoever looks may write it. */
export async function attachedTo(
  ask: Pick<Ask, "store" | "frame" | "person" | "token">,
  kind: AttachedTo,
  id: string,
  mayAdd: boolean,
): Promise<AttachmentsProps> {
  return {
    f: ask.frame,
    at: `${AT[kind]}/${id}`,
    id: anchorOf(kind, id),
    files: await ask.store.attachments.of(kind, id),
    person: ask.person,
    mayAdd,
    token: mayAdd ? ask.token() : "",
  };
}

/** The files beside each of several things, by their ids. */
export async function attachedToEach(
  ask: Parameters<typeof attachedTo>[0],
  kind: AttachedTo,
  things: readonly { readonly id: string }[],
  mayAdd: ReadonlySet<string>,
): Promise<ReadonlyMap<string, AttachmentsProps>> {
  const files = new Map<string, AttachmentsProps>();
  for (const { id } of things) files.set(id, await attachedTo(ask, kind, id, mayAdd.has(id)));
  return files;
}
