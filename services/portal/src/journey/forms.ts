import type { Language, Service } from "@guildhall/contract";
import { type CompiledForm, compileForm } from "@guildhall/forms";
import type { Council } from "../environment.ts";

/** A version of a service in a language, ready to be filled in. */
export interface ReadyService {
  readonly language: Language;
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
      const name = `${shelved(council, id)}${version}`;
      const known = shelf.get(name);
      if (known) return known;
      const service = await council.api.service(id, version);
      const ready = readyIn(council, service);
      const oldest = shelf.keys().next().value;
      if (shelf.size >= most && oldest !== undefined) shelf.delete(oldest);
      shelf.set(name, ready);
      return ready;
    },
    /** What was fetched last of a service, for a page that cannot ask again. */
    lastSeen(council: Council, id: string): Service | undefined {
      const names = [...shelf.keys()].filter((name) => name.startsWith(shelved(council, id)));
      return shelf.get(names.at(-1) ?? "")?.service;
    },
  };
}

/**
 * Each language has its own: the version of a service in Welsh is another text. It is the one that was asked for, as
 * the pages may speak English for want of another version in Welsh.
 */
function shelved({ tenant, api }: Council, id: string): string {
  return `${tenant.id}/${api.language}/${id}/`;
}

/** What is not offered in the reader's language is in English. */
export function readyIn({ api }: Pick<Council, "api">, service: Service): ReadyService {
  const isOffered = service.languages.includes(api.language);
  return { service, form: compileForm(service.form), language: isOffered ? api.language : "en" };
}
