import type { Person } from "../../src/domain/account.ts";
import type { Attachment } from "../../src/domain/notification.ts";
import { ATTACHED_ENDINGS, LARGEST_ATTACHED, mayRemove, MOST_ATTACHED } from "../../src/use-cases/attach-file.ts";
import type { Frame } from "../frame.ts";
import { moment } from "./moment.ts";
import { Icon } from "./sprite.tsx";
import { words } from "./words.tsx";

export interface AttachmentsProps {
  readonly f: Frame;
  /** Address of the thing they are kept beside. */
  readonly at: string;
  /** Where they stand on the page. */
  readonly id: string;
  readonly files: readonly Attachment[];
  /** Who looks: whose files may be taken away. */
  readonly person: Person;
  /** Whoever looks may add files. */
  readonly mayAdd: boolean;
  readonly token: string;
  /** Below a heading of its own it is one level deeper. */
  readonly heading?: "h2" | "h3";
  /** Whose they are, where a page shows several lists. */
  readonly of?: string;
}

/** Files kept beside a piece of work: what, how large, by whom, when; with the form to add some. Nothing where there is nothing to see or do. */
export const Attachments = ({
  f,
  at,
  id,
  files,
  person,
  mayAdd,
  token,
  heading: Heading = "h2",
  of,
}: AttachmentsProps) => {
  const t = f.t.attached;
  if (files.length === 0 && !mayAdd) return null;
  // a group, no landmark: a page may have one at each of its opinions, all of one name
  return (
    <div class="files flow-s" role="group" id={id} aria-labelledby={`h-${id}`}>
      <Heading class="small" id={`h-${id}`}>
        {of === undefined ? t.list : words(t.listOf(of))}{" "}
        {files.length === 0 ? null : <span class="n">{f.t.n(files.length)}</span>}
      </Heading>
      {files.length === 0 ? null : (
        <ul class="rel">
          {files.map((file) => (
            <li class="rowx between">
              <span>
                <Icon name="i-clip" />{" "}
                <a href={f.href(`${at}/attachments/${file.id}`)} download>
                  {words(file.name)}
                </a>{" "}
                <span class="small muted">
                  {f.t.admin.bytes(file.size)} · {words(file.by)}, {moment(f, file.at)}
                </span>
              </span>
              {mayAdd && mayRemove(person, file) ? (
                <form method="post" action={f.href(`${at}/attachments/${file.id}/remove`)}>
                  <input type="hidden" name="token" value={token} />
                  <button class="btn btn--s btn--quiet" type="submit" aria-label={t.removeOne(file.name)}>
                    {t.remove}
                  </button>
                </form>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {mayAdd && files.length < MOST_ATTACHED ? <AddFiles f={f} at={at} id={id} token={token} /> : null}
    </div>
  );
};

const AddFiles = ({ f, at, id, token }: Pick<AttachmentsProps, "f" | "at" | "id" | "token">) => {
  const t = f.t.attached;
  return (
    <details class="fold small">
      <summary>{t.add}</summary>
      <form class="flow-s" method="post" action={f.href(`${at}/attachments`)} enctype="multipart/form-data">
        <input type="hidden" name="token" value={token} />
        <div class="field">
          <label for={`${id}-input`}>{t.choose}</label>
          <span class="field__help" id={`${id}-help`}>
            {t.help(MOST_ATTACHED, LARGEST_ATTACHED / 1024 / 1024)}
          </span>
          <input
            class="input"
            type="file"
            id={`${id}-input`}
            name="files"
            multiple
            required
            accept={ATTACHED_ENDINGS.join(",")}
            aria-describedby={`${id}-help`}
          />
        </div>
        <button class="btn btn--s" type="submit">
          {t.add}
        </button>
      </form>
    </details>
  );
};
