import { createHash, randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import type { Person } from "../domain/account.ts";
import type { Attachment, AttachedTo } from "../domain/notification.ts";
import { checkAttached } from "../read/attached-file.ts";
import { createChildPool } from "../read/child-pool.ts";
import { FORMAT_OF_ENDING } from "../read/file-format.ts";
import type { Store } from "../store/store.ts";
import type { Analysis } from "./analyse-file.ts";
import type { Upload, UploadedFile } from "./import-desk.ts";

export { ATTACHED_ENDINGS, attachedType } from "../read/attached-file.ts";

/** Bytes of one file, and files of one subject. */
export const LARGEST_ATTACHED = 20 * 1024 * 1024;
export const MOST_ATTACHED = 20;

/** What files are kept beside. */
export interface Subject {
  readonly kind: AttachedTo;
  readonly id: string;
}

export interface AttachOptions {
  readonly store: Store;
  readonly subject: Subject;
  /** Removed when all is done. */
  readonly upload: Upload;
  readonly person: Person;
  readonly now: number;
}

/** What became of an upload: each file that was not kept has its reason. */
export interface Attached {
  readonly added: readonly Attachment[];
  readonly refused: Upload["refused"];
}

/** Keeps files beside a piece of work. What may not be kept is named with its reason, the others go on. */
export async function attachFiles({ store, subject, upload, person, now }: AttachOptions): Promise<Attached> {
  try {
    const added: Attachment[] = [];
    const refused = [...upload.refused];
    const pool = createChildPool({ script: new URL("./analyse-file.child.ts", import.meta.url), size: 1 });
    try {
      for (const file of upload.files) {
        const reason = await attachOne(file);
        if (typeof reason === "string") refused.push({ name: file.name, reason });
        else added.push(reason);
      }
    } finally {
      await pool.close();
    }
    return { added, refused };

    async function attachOne(file: UploadedFile): Promise<Attachment | string> {
      const bytes = await readFile(file.path);
      const checked = checkAttached(bytes, file.name);
      if (!checked.ok) return sayProblem(checked.problem);
      const secret = await secrecy(file);
      return secret ?? keep(store, subject, { name: file.name, bytes, person, now });
    }

    /** State secrets stay outside, where the mark can be read without recognising pictures. Null: none was seen. */
    async function secrecy({ path, name }: UploadedFile): Promise<string | null> {
      const format = FORMAT_OF_ENDING[extname(name).toLowerCase()];
      if (format === undefined || format === "image") return null;
      const answer = await pool.run<Analysis>({ path, name });
      if ("reason" in answer || answer.ok || answer.problem.code !== "state-secret") return null;
      return sayProblem({ ...answer.problem, what: answer.problem.what.replace("Không nhập", "Không đính kèm") });
    }
  } finally {
    await upload.discard();
  }
}

const sayProblem = ({ what, why, todo }: { what: string; why?: string; todo?: string }): string =>
  [what, why, todo].filter(Boolean).join(" ");

interface Kept {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly person: Person;
  readonly now: number;
}

const keep = (store: Store, subject: Subject, { name, bytes, person, now }: Kept): Promise<Attachment | string> =>
  store.withTransaction(async () => {
    const { kind, id } = subject;
    const standing = await store.attachments.of(kind, id);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const same = standing.find((one) => one.sha256 === sha256);
    if (same !== undefined) return `Đã đính kèm tệp này rồi, tên là “${same.name}”.`;
    if (standing.length >= MOST_ATTACHED)
      return `Đã có ${MOST_ATTACHED} tệp, là mức nhiều nhất. Bỏ bớt tệp không cần, hoặc gộp vào một tệp PDF.`;
    const attachment: Attachment = {
      id: randomUUID(),
      subjectKind: kind,
      subject: id,
      name,
      size: bytes.length,
      sha256,
      by: person.signature,
      at: now,
      removedAt: null,
    };
    await store.attachments.add({ ...attachment, bytes });
    await store.audit.append({
      at: now,
      by: person.signature,
      action: "attachment.add",
      subject: id,
      detail: { id: attachment.id, of: kind, file: name, size: bytes.length, sha256 },
    });
    return attachment;
  });

/** Who put a file there may take it away, and an approver. */
export const mayRemove = (person: Person, { by }: Pick<Attachment, "by">): boolean =>
  person.alone || person.role === "approver" || person.signature === by;

/** Takes a file away: it is shown no more, its bytes and its trace stay. */
export function removeAttachment(
  store: Store,
  subject: Subject,
  id: string,
  person: Person,
  now: number,
): Promise<"removed" | "none" | "not-yours"> {
  return store.withTransaction(async () => {
    const found = await standingFile(store, subject, id);
    if (found === null) return "none";
    if (!mayRemove(person, found)) return "not-yours";
    await store.attachments.remove(id, now);
    await store.audit.append({
      at: now,
      by: person.signature,
      action: "attachment.remove",
      subject: subject.id,
      detail: { id, of: subject.kind, file: found.name },
    });
    return "removed";
  });
}

/** A file that stands beside this very subject; null for one that was taken away or belongs to another. */
export async function standingFile(store: Store, subject: Subject, id: string): Promise<Attachment | null> {
  const found = await store.attachments.find(id);
  return found !== null &&
    found.subjectKind === subject.kind &&
    found.subject === subject.id &&
    found.removedAt === null
    ? found
    : null;
}
