import { createApi } from "@guildhall/api";
import { createApiWorld } from "@guildhall/api/testing";
import { createPlaces, type Place, type Places } from "@guildhall/api/testing/places";
import { createConsole } from "@guildhall/console";
import type { Role } from "@guildhall/contract";
import { applyTenant, asPlatform, type Context } from "@guildhall/domain";
import { addStaff, exampleshire, signInByLink } from "@guildhall/domain/testing";
import { StaffBrowser } from "./staff-browser.ts";

const publicUrl = "https://guildhall.test";

/** Which of a council's things stands for a name in a staff page's address, by the noun before it. */
const thingOf: Readonly<Record<string, string>> = {
  "access/:id": "access-requests/{id}",
  "keys/:id": "keys/{id}",
  "people/:id": "people/{id}",
  "webhooks/:id": "subscriptions/{id}",
  "replay/:delivery": "deliveries/{delivery}",
  "deliveries/:id": "deliveries/{id}",
  "processes/:id": "processes/{id}",
  "documents/:document": "documents/{id}",
  "ask/:request": "information-requests/{request}",
  "replays/:id": "replays/{id}",
  "alarms/:id": "alarms/{id}",
  "connectors/:connector": "connectors/{connector}",
  "connections/:connector": "connectors/{connector}",
  "choose/:connector": "connectors/{connector}",
  "feedback/:id": "feedback/{id}",
  "previews/:id": "previews/{id}",
  "comments/:comment": "comments/{comment}",
  "services/:service": "services/{service}",
  "assist/:service": "services/{service}",
  "recipes/:recipe": "recipes/{recipe}",
  "to/:mapping": "mappings/{mapping}",
  "targets/:target": "targets/{target}",
  "brands/:brand": "brands/{brand}",
  "versions/:version": "versions/{version}",
  "runs/:run": "dry-runs/{id}",
  "scenario-runs/:run": "scenario-runs/{id}",
  "imports/:id": "folder-imports/{id}",
  "tasks/:id": "tasks/{id}",
  "agreements/:id": "agreements/{id}",
  "councils/:council": "tenants/{id}",
};

/** What any organisation has under the same name: its own of it is there, whoever's was meant. */
const shared = new Set([
  "services/{service}",
  "connectors/{connector}",
  "mappings/{mapping}",
  "brands/{brand}",
  "versions/{version}",
  "recipes/{recipe}",
  "tenants/{id}",
]);

/** What the addresses lead to: things of Exampleshire, or some of their kind that never were. */
export type Kind = keyof Place;

/** A council that has one of everything, and who runs the platform; with every staff page there is, and whoever may open them. */
export type StaffDoors = Awaited<ReturnType<typeof createStaffDoors>>;

export async function createStaffDoors() {
  const world = await createApiWorld();
  const places = await createPlaces(world);
  const operator = await addOperator(world);
  const api = createApi(world.deps);
  const faults: unknown[] = [];
  const pages = createConsole({
    fetch: async (request) => api.fetch(request, { caller: undefined }),
    apiOrigin: publicUrl,
    publicUrl,
    now: () => new Date(world.clock.now()),
    reportFault: (error) => faults.push(error),
  });
  const routes = [
    ...new Set(pages.routes.filter(isDoor).map(({ method, path }) => `${method} ${path}`)),
  ];
  const contextOf: Record<string, Context> = { exampleshire: world.ctx, operator };
  let count = 0;
  return {
    world,
    faults,
    /** The addresses of all pages or forms behind the sign-in, without the organisation: new ones are among them by themselves. */
    doors: (method: "GET" | "POST") =>
      routes
        .filter((route) => route.startsWith(`${method} `))
        .map((route) => route.slice(`${method} /console/:tenant/`.length)),
    /** The address of a door of an organisation, with the names in it filled in. */
    addressOf: addressesOf(places),
    /** A browser in which nobody is signed in. */
    open: () => new StaffBrowser(pages, publicUrl),
    /** A browser in which somebody with these roles is signed in. */
    enter: async (roles: Role[], tenant = "exampleshire"): Promise<StaffBrowser> => {
      const ctx = contextOf[tenant] ?? world.ctx;
      count += 1;
      const person = await addStaff(ctx, roles, `Officer ${count}`);
      const { secret, token, tokenExpiresAt } = await signInByLink({ ...world, ctx }, person);
      const browser = new StaffBrowser(pages, publicUrl);
      const held = `${secret}~${Date.parse(tokenExpiresAt)}~${token}`;
      browser.cookies.set(cookieOf(tenant), encodeURIComponent(held));
      return browser;
    },
    contextOf,
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  };
}

function addressesOf(places: Places) {
  return (tenant: string, door: string, kind: Kind): string => {
    const fill = (part: string, noun: string) => {
      const thing = thingOf[part];
      if (thing === undefined) return `${noun}/made-up`;
      return `${noun}/${places.placeOf(thing)[shared.has(thing) ? "real" : kind]}`;
    };
    return `/console/${tenant}/${door.replaceAll(/([\w-]+)\/:\w+/g, fill)}`;
  };
}

/** The cookie that an organisation's session is kept in. */
export function cookieOf(tenant: string): string {
  return `__Host-gh-staff-${tenant}`;
}

function isDoor({ method, path }: { method: string; path: string }): boolean {
  if (method === "ALL" || !path.startsWith("/console/:tenant/")) return false;
  return !/\/sign-(?:in\b|out$)/.test(path) || path.includes("/people/");
}

/** Who runs the platform, which has the same services as the council. */
async function addOperator(world: Awaited<ReturnType<typeof createApiWorld>>): Promise<Context> {
  const actor = { kind: "platform", id: "test", name: "Test" } as const;
  const tenant = {
    ...exampleshire.tenant,
    id: "operator",
    name: "The Shared Service",
    kind: "shared-service" as const,
  };
  await applyTenant(world.store, { ...exampleshire, tenant }, { actor, now: world.clock.now() });
  const ground = await world.groundFor("operator");
  if (!ground) throw new Error("there is nobody who runs the platform");
  return asPlatform(ground);
}
