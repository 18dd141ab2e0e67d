import { pageOf, Tenant } from "@guildhall/contract";
import { ask, listTenants } from "@guildhall/sdk";
import type { Handler } from "hono";
import type { ConsoleEnv, Parts } from "../environment.ts";
import { FrontPage } from "../pages/front-page.tsx";
import type { ClientFor } from "../platform/clients.ts";
import { Jar } from "../session/cookie.ts";

const listed = pageOf(Tenant.pick({ id: true, name: true }));

/** The first page: all organisations, and which of them this browser is signed in to. */
export function showFront(parts: Parts, clientFor: ClientFor): Handler<ConsoleEnv> {
  return async (c) => {
    const { data } = await ask(listTenants({ client: clientFor() }), listed);
    const jar = new Jar(c, parts.publicUrl);
    const workplaces = data.map((tenant) => ({
      tenant,
      signedIn: jar.session(tenant.id) !== undefined,
    }));
    return c.html(<FrontPage look={parts.look} workplaces={workplaces} />);
  };
}
