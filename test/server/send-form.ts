import type { sampleApp } from "./app.ts";

type Site = Pick<Awaited<ReturnType<typeof sampleApp>>, "app">;

/** Sends a form as a browser does: with the token and the cookie of the page it stands on, from the site's own origin. */
export async function sendForm({ app }: Site, page: string, action: string, fields: Record<string, string>) {
  const shown = await app.request(`http://localhost${page}`);
  const token = /name="token" value="([^"]+)"/u.exec(await shown.text())?.[1] ?? "";
  const cookie = (shown.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const response = await app.request(`http://localhost${action}`, {
    method: "POST",
    headers: { Origin: "http://localhost", Cookie: cookie, "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ token, ...fields }).toString(),
  });
  return { status: response.status, to: response.headers.get("location") ?? "", text: await response.text() };
}
