import { isStaffAddress } from "@/lib/staff-address";

// The service worker of readers who saved a story. It keeps nothing itself (reader/saving.ts does): it answers from what was
// saved where the network fails, and only there. Types by hand: those of workers and of pages cannot stand side by side.

type FetchEvent = Event & {
  request: Request;
  preloadResponse: Promise<Response | undefined>;
  respondWith: (response: Promise<Response>) => void;
};
type ServiceWorkerScope = typeof globalThis & {
  skipWaiting: () => Promise<void>;
  clients: { claim: () => Promise<void> };
  registration: ServiceWorkerRegistration;
};

const worker = self as unknown as ServiceWorkerScope;

const ASSETS: readonly string[] = ["style", "script", "font", "image"];
const SAVED = { ignoreVary: true, ignoreSearch: true };

worker.addEventListener("install", () => worker.skipWaiting());

worker.addEventListener("activate", (event) => {
  const ready = Promise.all([worker.clients.claim(), worker.registration.navigationPreload?.enable()]);
  (event as Event & { waitUntil: (work: Promise<unknown>) => void }).waitUntil(ready);
});

worker.addEventListener("fetch", (event) => {
  const fetching = event as FetchEvent;
  const { request } = fetching;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== worker.location.origin || isStaffAddress(pathname)) return;
  if (request.mode === "navigate") fetching.respondWith(page(fetching, pathname));
  else if (ASSETS.includes(request.destination)) {
    fetching.respondWith(fetch(request).catch(async () => (await caches.match(request, SAVED)) ?? Response.error()));
  }
});

async function page({ request, preloadResponse }: FetchEvent, path: string): Promise<Response> {
  try {
    const response = (await preloadResponse) ?? (await fetch(request));
    // Taken down: it goes from this device too.
    if (response.status === 404 || response.status === 410) await caches.delete(`saved ${path}`);
    return response;
  } catch {
    return (await caches.match(path, SAVED)) ?? (await caches.match("/saved", SAVED)) ?? Response.error();
  }
}
