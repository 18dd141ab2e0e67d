import {
  type Brand,
  type ConnectorDefinition,
  Problem,
  type ServiceDefinition,
} from "@guildhall/contract";
import { type CompiledForm, compileForm } from "@guildhall/forms";
import {
  type Db,
  findConnector,
  findLiveService,
  findVersionToRun,
  listBrands,
  listConnectors,
  type ServiceVersion,
  servicesChangedAt,
  type Tx,
} from "@guildhall/store";
import { type Carriers, carriersIn } from "./message/carriers.ts";

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
  #connectors = new Map<string, ConnectorDefinition | undefined>();
  #connectorsAt = Number.NEGATIVE_INFINITY;
  #carriers: Carriers = {};
  #carriersAt = Number.NEGATIVE_INFINITY;
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
    return (await this.connector(id))?.name ?? id;
  }

  /** A connector as its tenant has it, looked up again after a second; undefined where there is none of it. */
  async connector(id: string): Promise<ConnectorDefinition | undefined> {
    if (this.#now() - this.#connectorsAt >= freshMs) {
      this.#connectors = new Map();
      this.#connectorsAt = this.#now();
    }
    if (!this.#connectors.has(id))
      this.#connectors.set(id, (await findConnector(this.#db, id))?.definition);
    return this.#connectors.get(id);
  }

  /** By which of the tenant's own connectors its messages go, looked up again after a second. */
  async carriers(db: Db | Tx = this.#db): Promise<Carriers> {
    if (this.#now() - this.#carriersAt >= freshMs) {
      this.#carriers = carriersIn(await listConnectors(db));
      this.#carriersAt = this.#now();
    }
    return this.#carriers;
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
