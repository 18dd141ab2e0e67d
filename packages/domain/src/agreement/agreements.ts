import {
  type AgreementRow,
  approveAgreementRow,
  type Db,
  endAgreementRow,
  findAgreement,
  insertAgreement,
  listAgreements,
  listTenantNames,
  type Signature,
  transact,
} from "@guildhall/store";
import type { Ground } from "../ground.ts";
import { standingOf } from "./present.ts";

export interface AgreementsOptions {
  now(): number;
  /** What the verbs of another tenant stand on. */
  groundOf(tenant: string): Promise<Ground | undefined>;
}

/**
 * The agreements of an installation, and the only way from one tenant to another.
 *
 * They are read in the directory each time and never kept, so that one which is ended is over for the next call.
 */
export class Agreements {
  readonly #directory: Db;
  readonly #options: AgreementsOptions;

  constructor(directory: Db, options: AgreementsOptions) {
    this.#directory = directory;
    this.#options = options;
  }

  /** All that a tenant is a side of, the latest first. */
  list(tenant: string): Promise<AgreementRow[]> {
    return listAgreements(this.#directory, tenant);
  }

  /** One that a tenant is a side of. */
  async find(tenant: string, id: string): Promise<AgreementRow | undefined> {
    const row = await findAgreement(this.#directory, id);
    return row?.owner === tenant || row?.serving === tenant ? row : undefined;
  }

  /** One that a tenant is a side of, where both sides have approved it, nobody has ended it and its time is not over. */
  async inForce(tenant: string, id: string): Promise<AgreementRow | undefined> {
    const row = await this.find(tenant, id);
    return row && standingOf(row, this.#options.now()) === "in-force" ? row : undefined;
  }

  /** Gives it as it stands: what was proposed under its id before goes on. */
  propose(row: AgreementRow): Promise<AgreementRow> {
    return transact(this.#directory, (tx) => insertAgreement(tx, row));
  }

  /** Undefined where that side has approved it, or somebody has ended it. */
  approve(
    id: string,
    side: "owner" | "serving",
    signature: Signature,
  ): Promise<AgreementRow | undefined> {
    return transact(this.#directory, (tx) => approveAgreementRow(tx, id, side, signature));
  }

  /** Undefined where somebody has. */
  end(id: string, signature: Signature): Promise<AgreementRow | undefined> {
    return transact(this.#directory, (tx) => endAgreementRow(tx, id, signature));
  }

  /** What a tenant on the other side stands on. */
  ground(tenant: string): Promise<Ground | undefined> {
    return this.#options.groundOf(tenant);
  }

  /** What tenants are called. */
  names(): Promise<ReadonlyMap<string, string>> {
    return listTenantNames(this.#directory);
  }
}
