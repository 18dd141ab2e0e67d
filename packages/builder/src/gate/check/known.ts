import type {
  Brand,
  ConnectorDefinition,
  Dataset,
  Mapping,
  PartPath,
  TargetField,
} from "@guildhall/contract";

/** What a tenant has that its services may speak of. */
export interface Known {
  /** Ids of brands. */
  readonly brands: readonly string[];
  readonly connectors: readonly ConnectorDefinition[];
  readonly datasets: readonly Pick<Dataset, "id" | "columns">[];
  /** Ids of schema sets. */
  readonly schemas: readonly string[];
  /** The statuses that back offices were seen to have lately; left out where nobody has looked yet. */
  readonly seen?: readonly StatusSeen[];
  /** The colours of brands; left out where nobody looked them up. */
  readonly colours?: ReadonlyMap<string, Brand["colours"]>;
  /** What a mapping's receiver takes, as far as its description was read; left out where nobody looked. */
  readonly targetOf?: (mapping: Mapping) => readonly TargetField[] | undefined;
  /** How each scenario of the service ended since its last change; left out where nobody looked. */
  readonly scenarios?: readonly { readonly name: string; readonly isGreen: boolean }[];
  /** What its recipe leaves to whoever adopts it, as far as nobody has decided it yet. */
  readonly undecided?: readonly UndecidedPart[];
}

/** A part of an adopted service that has to be changed, or confirmed as the recipe has it. */
export interface UndecidedPart {
  readonly at: PartPath;
  /** What it is, in the words of the service. */
  readonly title: string;
  readonly why?: string | undefined;
}

/** A status that a back office was seen to have, in the cases of a service. */
export interface StatusSeen {
  readonly connector: string;
  readonly service: string;
  readonly external: string;
}
