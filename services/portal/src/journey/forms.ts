import type { Service } from "@guildhall/contract";
import { type CompiledForm, compileForm } from "@guildhall/forms";
import type { Council } from "../environment.ts";

/** A version of a service, ready to be filled in. */
export interface ReadyService {
  readonly service: Service;
  readonly form: CompiledForm;
}

export type ServiceShelf = ReturnType<typeof createServiceShelf>;

const most = 500;

/** Keep the versions that are being filled in: a published version never changes, so it is fetched and compiled once. */
export function createServiceShelf() {
  const shelf = new Map<string, ReadyService>();
  return {
    /** @throws Refused */
    async version(council: Council, id: string, version: number): Promise<ReadyService> {
      const name = `${council.tenant.id}/${id}/${version}`;
      const known = shelf.get(name);
      if (known) return known;
      const service = await council.api.service(id, version);
      const ready = { service, form: compileForm(service.form) };
      const oldest = shelf.keys().next().value;
      if (shelf.size >= most && oldest !== undefined) shelf.delete(oldest);
      shelf.set(name, ready);
      return ready;
    },
    /** What was fetched last of a service, for a page that cannot ask again. */
    lastSeen({ tenant }: Council, id: string): Service | undefined {
      const names = [...shelf.keys()].filter((name) => name.startsWith(`${tenant.id}/${id}/`));
      return shelf.get(names.at(-1) ?? "")?.service;
    },
  };
}
