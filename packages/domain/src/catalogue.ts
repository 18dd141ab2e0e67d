import { type Brand, Problem, type ServiceDefinition } from "@guildhall/contract";
import { type CompiledForm, compileForm } from "@guildhall/forms";
import {
  type Db,
  findConnector,
  findLiveService,
  findVersionToRun,
  listBrands,
  type ServiceVersion,
  servicesChangedAt,
} from "@guildhall/store";

/** A published version of a service, ready to check answers. */
export interface CompiledService {
  readonly version: number;
  readonly definition: ServiceDefinition;
  readonly form: CompiledForm;
  /** There where it was never published: what began with it goes on, and nobody reads it. */
  readonly isTrial?: true;
}

const freshMs = 1000;

/**
 * A tenant's published services, compiled once.
 *
 * A version never changes, so it is kept; which one is live is looked up again after a second, so that
 * what is published elsewhere is seen here.
 */
export class Catalogue {
  readonly #db: Db;
  readonly #now: () => number;
  readonly #versions = new Map<string, CompiledService>();
  #live = new Map<string, CompiledService>();
  #brands: readonly Brand[] = [];
  #brandsAt = Number.NEGATIVE_INFINITY;
  #connectorNames = new Map<string, string>();
  #connectorNamesAt = Number.NEGATIVE_INFINITY;
  #mark = "";
  #checkedAt = Number.NEGATIVE_INFINITY;

  constructor(db: Db, now: () => number) {
    this.#db = db;
    this.#now = now;
  }

  /**
   * The version that citizens now fill in.
   *
   * @throws Problem `not-found`
   */
  async live(service: string): Promise<CompiledService> {
    await this.#refresh();
    const known = this.#live.get(service) ?? this.#keep(await findLiveService(this.#db, service));
    this.#live.set(service, known);
    return known;
  }

  /**
   * One version, whether it is live still or not.
   *
   * @throws Problem `not-found`
   */
  async version(service: string, version: number): Promise<CompiledService> {
    return (
      this.#versions.get(`${service}/${version}`) ??
      this.#keep(await findVersionToRun(this.#db, service, version))
    );
  }

  /**
   * One version that was published once: for whoever names it from outside.
   *
   * @throws Problem `not-found`
   */
  async published(service: string, version: number): Promise<CompiledService> {
    const found = await this.version(service, version);
    if (found.isTrial) throw new Problem("not-found");
    return found;
  }

  /** The tenant's brands, in the order of their ids. */
  async brands(): Promise<readonly Brand[]> {
    if (this.#now() - this.#brandsAt >= freshMs) {
      this.#brands = await listBrands(this.#db);
      this.#brandsAt = this.#now();
    }
    return this.#brands;
  }

  /** What a connector is called; its id where there is none of it. */
  async connectorName(id: string): Promise<string> {
    if (this.#now() - this.#connectorNamesAt >= freshMs) {
      this.#connectorNames = new Map();
      this.#connectorNamesAt = this.#now();
    }
    const name =
      this.#connectorNames.get(id) ?? (await findConnector(this.#db, id))?.definition.name ?? id;
    this.#connectorNames.set(id, name);
    return name;
  }

  /** See at once what was just published or withdrawn here. */
  lookAgain(): void {
    this.#checkedAt = Number.NEGATIVE_INFINITY;
  }

  async #refresh(): Promise<void> {
    if (this.#now() - this.#checkedAt < freshMs) return;
    const mark = await servicesChangedAt(this.#db);
    if (mark !== this.#mark) this.#live = new Map();
    this.#mark = mark;
    this.#checkedAt = this.#now();
  }

  #keep(found: ServiceVersion | undefined): CompiledService {
    if (!found) throw new Problem("not-found");
    const key = `${found.service}/${found.version}`;
    const compiled = this.#versions.get(key) ?? {
      ...found,
      form: compileForm(found.definition.form),
    };
    this.#versions.set(key, compiled);
    return compiled;
  }
}
