import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createConsole } from "@guildhall/console";
import type { Role, TenantDefinition } from "@guildhall/contract";
import { addPerson, applyTenant, asPlatform, type Context, giveLink } from "@guildhall/domain";
import { exampleshire } from "@guildhall/domain/testing";
import { createLog, readConfig } from "@guildhall/runtime";
import { openPlatform } from "../platform.ts";
import { StaffBrowser } from "./staff-browser.ts";

const publicUrl = "https://services.example";

/** The staff pages of a council and of who runs the platform before the real API, and browsers to open them with. */
export type ConsoleWorld = Awaited<ReturnType<typeof createConsoleWorld>>;

/** `instead` answers in the API's place where it can, as for what only an identity provider would bring about. */
export async function createConsoleWorld(
  instead: (request: Request) => Response | undefined = () => undefined,
) {
  const { platform, contextOf, addCouncil, close } = await openOffices();
  const faults: unknown[] = [];
  let aheadMs = 0;
  const pages = createConsole({
    fetch: async (request) =>
      instead(request) ?? platform.api.fetch(request, { caller: undefined }),
    apiOrigin: publicUrl,
    publicUrl,
    now: () => new Date(Date.now() + aheadMs),
    reportFault: (error) => faults.push(error),
  });
  return {
    /** What the pages did not foresee. */
    faults,
    publicUrl,
    contextOf,
    /** Make another council, which has what the first has. */
    addCouncil,
    open: () => new StaffBrowser(pages, publicUrl),
    /** Ask the API itself for something. */
    ask: async (path: string, init?: RequestInit): Promise<Response> =>
      platform.api.fetch(new Request(`${publicUrl}${path}`, init), { caller: undefined }),
    /** Ask the staff pages for something that is no page. */
    request: async (path: string): Promise<Response> => pages.request(`${publicUrl}${path}`),
    /** Let the pages think that it is later than it is; the API knows better. */
    hurry: (ms: number) => {
      aheadMs = ms;
    },
    /** The addresses of all pages or forms, with a made-up name in each place. */
    addresses: (method: "GET" | "POST") => [
      ...new Set(
        pages.routes
          .filter((route) => route.method === method && route.path.startsWith("/console/:tenant/"))
          .map(({ path }) => path.replace(":tenant", "exampleshire").replace(/:\w+/g, "made-up")),
      ),
    ],
    /** Sign in as somebody with these roles, by a link from the command line; give their id. */
    enter: async (
      browser: StaffBrowser,
      { tenant = "exampleshire", roles = ["tenant-admin"] as Role[] } = {},
    ): Promise<string> => {
      const ctx = await contextOf(tenant);
      const email = `${crypto.randomUUID()}@${tenant}.example`;
      const { id } = await addPerson(ctx, { name: `Ann of ${tenant}`, email, roles });
      const answer = await browser.post(new URL(await giveLink(ctx, id)).pathname);
      expect([answer.status, answer.location]).toEqual([303, `/console/${tenant}/`]);
      return id;
    },
    [Symbol.asyncDispose]: close,
  };
}

/** The API of two organisations, in a folder of its own. */
async function openOffices() {
  const data = await mkdtemp(join(tmpdir(), "guildhall-console-"));
  const config = readConfig({ GUILDHALL_DATA: data, QUEUE: "in-process", SIMULATORS: "off" });
  const log = createLog({ name: "test", level: "silent" });
  const platform = await openPlatform({ config, log });
  const actor = { kind: "platform", id: "test", name: "Test" } as const;
  const add = async (id: string, kind: TenantDefinition["kind"]): Promise<void> => {
    const tenant = { ...exampleshire.tenant, id, kind, name: `${id} Council` };
    await applyTenant(platform.store, { ...exampleshire, tenant }, { actor, now: Date.now() });
  };
  await add("exampleshire", "council");
  await add("otherton", "shared-service");
  return {
    platform,
    addCouncil: (id: string) => add(id, "council"),
    contextOf: async (tenant: string): Promise<Context> => {
      const ground = await platform.groundFor(tenant);
      if (!ground) throw new Error(`there is no ${tenant}`);
      return asPlatform(ground);
    },
    close: async () => {
      await platform.close();
      await rm(data, { recursive: true, force: true });
    },
  };
}
