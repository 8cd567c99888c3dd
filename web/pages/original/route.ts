import { givenFile } from "../../download.ts";
import { fault, type Route } from "../../route.ts";

const TYPES: Readonly<Record<string, string>> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  html: "application/octet-stream",
  md: "application/octet-stream",
  txt: "application/octet-stream",
};

/** The bytes as they came, never shown in the browser: an attachment under a sandbox that lets nothing run. */
export const route: Route = {
  path: "/originals/:sha256",
  permission: "original:read",
  async answer({ store, param }) {
    const sha256 = param("sha256").toLowerCase();
    const bytes = /^[0-9a-f]{64}$/u.test(sha256) ? await store.documents.original(sha256) : null;
    if (bytes === null) return fault(404, "no-original", param("sha256"));
    const owner = await store.documents.hasHash(sha256);
    const version =
      owner === null
        ? undefined
        : [...(await store.documents.versions(owner.work)), ...(await store.documents.manifestations(owner.work))].find(
            (file) => file.sha256 === sha256,
          );
    const name = (version?.file ?? sha256).split(/[\\/]/u).at(-1) ?? sha256;
    return givenFile(name, TYPES[version?.format ?? ""] ?? "application/octet-stream", bytes, {
      "Cache-Control": "private, max-age=31536000, immutable",
      ETag: `"${sha256}"`,
    });
  },
};
