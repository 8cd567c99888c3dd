import { PageHead } from "../../web/components/layout.tsx";
import { Message } from "../../web/components/message.tsx";
import { words } from "../../web/components/words.tsx";
import type { Frame } from "../../web/frame.ts";
import { navPath } from "../../web/navigation.ts";
import type { Fault, FaultCode, NavId, PageAnswer } from "../../web/route.ts";

/** Where what is to be done is done. */
const NEXT: Readonly<Partial<Record<FaultCode, NavId>>> = {
  "not-found": "documents",
  "no-document": "documents",
  "no-original": "documents",
  "no-document-chosen": "documents",
  "not-two-documents": "documents",
  "no-finding": "findings",
  "no-rule": "rules",
  "no-job": "import",
  "no-files": "import",
  "upload-too-large": "import",
  "too-many-jobs": "import",
  "no-room": "admin",
  "change-password": "me",
};

/** A fault as a page: what happened, why, what to do, and the number to give to an administrator. */
export function faultPage(f: Frame, fault: Fault, requestId: string): PageAnswer {
  const said = f.t.fault[fault.code](fault.code === "internal" ? requestId : shorten(fault.value));
  const next = NEXT[fault.code];
  return {
    title: said.what,
    nav: null,
    place: [{ label: said.what }],
    body: (
      <div class="fault flow">
        <PageHead title={words(said.what)} />
        <Message kind={fault.status === 500 ? "fault" : "warn"} what={words(said.why)}>
          {words(said.todo)}
        </Message>
        <p class="acts acts--left">
          {next === undefined ? null : (
            <a class="btn" href={f.href(navPath(next))}>
              {f.t.nav[next]}
            </a>
          )}
          <a class="btn" href={f.href("/")}>
            {f.t.fault.home}
          </a>
        </p>
        <p class="small faint">
          {f.t.fault.code} {requestId}
        </p>
      </div>
    ),
  };
}

/** The same as RFC 9457 problem details, for programs. */
export function faultJson(f: Frame, fault: Fault, requestId: string, path: string): Response {
  const said = f.t.fault[fault.code](fault.code === "internal" ? requestId : shorten(fault.value));
  const body = {
    type: `urn:rasoat:problem:${fault.code}`,
    title: said.what,
    status: fault.status,
    detail: `${said.why} ${said.todo}`,
    instance: path,
    requestId,
  };
  return new Response(JSON.stringify(body), {
    status: fault.status,
    headers: { "Content-Type": "application/problem+json; charset=utf-8", "Content-Language": f.lang },
  });
}

const LONGEST_VALUE_SHOWN = 80;
const shorten = (value: string): string =>
  value.length <= LONGEST_VALUE_SHOWN ? value : `${value.slice(0, LONGEST_VALUE_SHOWN)}…`;
