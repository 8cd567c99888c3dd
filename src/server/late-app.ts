export interface App {
  fetch(request: Request): Response | Promise<Response>;
}

/**
 * An app that is loaded while the door is already open: listening needs neither pages nor rules, and together they take
 * longer to load than everything else. `load` begins with the first request or with `warm`, whichever is first; a load that
 * failed is tried again by the next request.
 */
export function lateApp(load: () => Promise<App>): App & { warm(): void } {
  let loading: Promise<App> | null = null;
  const app = (): Promise<App> => {
    loading ??= load().catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  };
  return {
    fetch: async (request) => (await app()).fetch(request),
    // a failure shows itself to the first request
    warm: () => void app().catch(() => undefined),
  };
}
