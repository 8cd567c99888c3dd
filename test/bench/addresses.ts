import { ROUTES } from "../../src/server/routes.ts";
import type { Store } from "../../src/store/store.ts";
import { ATTENTION_KINDS } from "../../src/use-cases/view-attention.ts";
import { FORM_KEYS } from "../../src/use-cases/view-reports.ts";
import { rules } from "../../rules/index.ts";
import { LONG_LAW } from "./many-documents.ts";

/** Read routes that are not measured, each with its reason. */
const NOT_MEASURED: Readonly<Record<string, string>> = {
  "/import/:job": "no job in this index",
  "/import/:job/progress": "no job in this index",
  "/drafts/:id": "no draft in this process; what checking one costs is measured under `checking`",
  "/drafts/:id/docx": "no draft in this process",
  "/attention/citations/:id": "needs a citation by its words",
  "/effects/:source/:key": "needs an effect that waits for a person",
  "/impact/list": "a file to download, not a page",
  "/handling/export": "a file to download, not a page",
  "/sign-in/elsewhere": "needs a provider of identities",
  "/sign-in/return": "needs a provider of identities",
  "/reports/list": "a file to download, not a page",
  "/reports/periodic/file": "a file to download, not a page",
  "/reports/published/:id/file": "a file to download, not a page",
  "/batches/:id/list": "a file to download, not a page",
  "/sheets/:id/docx": "a file to download, not a page",
  "/handling/imports/:id/export": "a file to download, not a page",
  "/admin/audit/export": "a file to download, not a page",
  "/findings/:key/attachments/:file": "a file to download, not a page",
  "/sheets/:id/attachments/:file": "a file to download, not a page",
  "/opinions/:id/attachments/:file": "a file to download, not a page",
  "/handling/:id/attachments/:file": "a file to download, not a page",
  "/petitions/:id/attachments/:file": "a file to download, not a page",
  "/inspections/:id/attachments/:file": "a file to download, not a page",
  "/handling/imports/preview/:key": "no workbook waits to be stored in this process",
  "/notifications/:id": "leads on to what it tells of",
  "/gaps": "leads on to /attention",
  "/gaps/citations/:id": "leads on to /attention",
  "/effects": "leads on to /attention",
  "/first-account": "there are accounts",
  "/documents/values": "a part of a page that says which filter it is of",
  "/api/try": "answers the forms of /api",
  "/documents/:id/consolidated/file": "a file to download, not a page",
  "/documents/export": "a file to download, not a page",
  "/documents/originals": "a file to download, not a page",
  "/documents/compare": "leads on to /compare",
  "/findings/bulk": "opens from ticked rows, one decision for many",
  "/findings/bulk/:batch": "no decision for many in this index",
  "/reports/papers/file": "a file to download, not a page",
  "/reports/jobs/:id": "no file is made in this process; what lists cost is measured under `lists`",
  "/reports/jobs/:id/file": "no file is made in this process",
  "/reviews/log": "a file to download, not a page",
  "/originals/:sha256": "a file to download, not a page",
};

/** Addresses by name. What is not named below is measured as it stands, or with a document's id; or has its reason above, or is said to be left out. */
export async function addressesOf(store: Store): Promise<Readonly<Record<string, readonly string[]>>> {
  const works = await store.documents.indexedWorks();
  const some = Array.from({ length: 15 }, (_, i) => works[Math.floor((i * works.length) / 15)] as string);
  const findings = (await store.findings.list({ limit: 15 })).rows;
  const named = {
    ...namedAddresses(
      some,
      findings.map((f) => f.key),
    ),
    ...(await heavyAddresses(store)),
    ...(await workAddresses(store)),
  };
  const list: Record<string, readonly string[]> = { ...named };
  for (const { path, method } of ROUTES) {
    if (method === "POST" || path in NOT_MEASURED || path in named) continue;
    if (!path.includes(":")) list[path] = [path];
    else if (/^[^:]*documents\/:id[^:]*$/u.test(path)) list[path] = some.map((id) => path.replace(":id", id));
    else console.error(`  ${path} is not measured: say in namedAddresses how to open it, or in NOT_MEASURED why not`);
  }
  return list;
}

/** The longest text, and the act that changes what most documents rest on. */
async function heavyAddresses(store: Store): Promise<Readonly<Record<string, readonly string[]>>> {
  const [law] = await store.works.bySymbol(LONG_LAW);
  const [most] = await store.links.mostCited(1);
  const acts = most === undefined ? [] : (await store.effects.on(most.work)).map((effect) => effect.source);
  return {
    ...(law && {
      "/documents/:id of 500 articles": [`/documents/${law.id}`, `/documents/${law.id}?part=art_250`],
      "/documents/:id of 500 articles, norms": [`/documents/${law.id}?tab=norms`],
    }),
    ...(acts.length === 0 ? {} : { "/impact of what most rest on": [`/impact?work=${acts[0]}`] }),
  };
}

/** What people have in hand: the systematization comes first among the batches. */
async function workAddresses(store: Store): Promise<Readonly<Record<string, readonly string[]>>> {
  const ids = (rows: readonly { readonly id: string }[], path: string): readonly string[] =>
    rows.slice(0, 15).map(({ id }) => `${path}/${id}`);
  const batches = (await store.batches.all()).toSorted((a, b) => a.at - b.at);
  const handlings = await store.handlings.all();
  const [tracker] = await store.handlings.imports();
  const published = ids(await store.publications.list({ limit: 15 }), "/reports/published");
  return {
    "/sheets/:id": ids((await store.sheets.list({ limit: 15 })).rows, "/sheets"),
    "/batches/:id": ids(batches, "/batches"),
    "/batches/:id/items": ids(batches, "/batches").map((path) => `${path}/items?do=scope`),
    "/batches/:id/refresh": ids(
      batches.filter(({ body }) => body.query !== null),
      "/batches",
    ).map((path) => `${path}/refresh`),
    "/handling/:id": ids(handlings, "/handling"),
    "/handling/bulk": [
      `/handling/bulk?${handlings
        .slice(0, 50)
        .map(({ id }) => `pick=${id}`)
        .join("&")}`,
    ],
    "/handling/imports/:id": ["", "?tab=matched"].map((tab) => `/handling/imports/${tracker?.id}${tab}`),
    "/handling/imports/:id/rows/:row": Array.from(
      { length: 15 },
      (_, i) => `/handling/imports/${tracker?.id}/rows/${i + 1}`,
    ),
    "/petitions/:id": ids(await store.petitions.all(), "/petitions"),
    "/inspections/:id": ids(await store.petitions.inspections(), "/inspections"),
    "/reports/published/:id": published,
    "/reports/published/:id ?verify=": published.map((path) => `${path}?verify=yes`),
    "/reports/published/:id ?compare=": published.map((path) => `${path}?compare=now`),
    "/reports/lists/:id": ids(await store.listImports.all(15), "/reports/lists"),
    "/reports/periodic": ["/reports/periodic", "/reports/periodic?kind=campaign"],
    "/reports/periodic of a year": ["/reports/periodic?kind=year&period=2026"],
    "/reports/periodic/behind": ["/reports/periodic/behind?kind=year&period=2025&figure=now.issued"],
    "/reports of each form": FORM_KEYS.map((form) => `/reports?form=${form}`),
    "/reports/papers with all lists": [`/reports/papers?${FORM_KEYS.map((form) => `with=${form}`).join("&")}`],
    "/admin/accounts/:id": ids(await store.accounts.accounts(), "/admin/accounts"),
    "/admin/units/:id": ids(await store.accounts.units(), "/admin/units"),
  };
}

function namedAddresses(some: readonly string[], keys: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const tab = (name: string) => some.map((id) => `/documents/${id}?tab=${name}`);
  return {
    "/documents": ["/documents", "/documents?status=in-force", "/documents?type=quyet-dinh&year=2020"],
    "/documents ?q=": ["/documents?q=ben+thuyen", "/documents?q=17/2020"],
    "/documents/:id effects": tab("effects"),
    "/documents/:id relations": tab("relations"),
    "/documents/:id norms": tab("norms"),
    "/documents/:id review": tab("review"),
    "/search": ["/search"],
    "/search rare": ["/search?q=th%C3%A1c+M%C3%B9+Cang", "/search?q=cau+rong+tia"],
    "/search common": ["/search?q=trach+nhiem", "/search?q=ho+so+de+nghi"],
    "/search symbol": ["/search?q=17/2020/Q%C4%90-UBND"],
    "/findings": ["/findings", "/findings?severity=critical", "/findings?group=conflict"],
    "/findings/:key": keys.map((key) => `/findings/${key}`),
    "/findings/:key/suppress": keys.slice(0, 3).map((key) => `/findings/${key}/suppress?reach=issuer`),
    "/suggest": ["/suggest?q=ben", "/suggest?q=17/20"],
    "/attention/:kind": ATTENTION_KINDS.map((kind) => `/attention/${kind}`),
    "/help/:guide": ["/help/reviewer", "/help/drafter"],
    "/compare": some.slice(1).map((id, i) => `/compare?left=${some[i]}@&right=${id}@`),
    "/impact ?work=": some.map((id) => `/impact?work=${id}`),
    "/rules/:id": rules.slice(0, 10).map(({ meta }) => `/rules/${meta.id}`),
  };
}
