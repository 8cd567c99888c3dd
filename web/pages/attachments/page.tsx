import type { Upload } from "../../../src/use-cases/import-desk.ts";
import { PageHead } from "../../components/layout.tsx";
import { Message } from "../../components/message.tsx";
import { Said, words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";

interface Props {
  readonly f: Frame;
  readonly added: number;
  readonly refused: Upload["refused"];
  /** Where the files that were kept stand. */
  readonly back: string;
}

/** Which files were not kept and why; those that were are where they belong. */
export const RefusedPage = ({ f, added, refused, back }: Props) => {
  const t = f.t.attached;
  return (
    <>
      <PageHead title={t.title} />
      <div class="flow">
        <Message kind="fault" what={t.refused(refused.length)}>
          {added === 0 ? t.noneKept : t.kept(added)}
        </Message>
        <ul class="rel">
          {refused.map(({ name, reason }) => (
            <li>
              <b>{words(name)}</b>
              <p>
                <Said f={f} text={reason} />
              </p>
            </li>
          ))}
        </ul>
        <p>
          <a class="btn btn--go" href={back}>
            {t.back}
          </a>
        </p>
      </div>
    </>
  );
};
