import type {
  Address,
  FoundAddress,
  Location,
  PlaceCouncil,
  ProvidedAddress,
  TenantDefinition,
} from "@guildhall/contract";
import { toDegrees } from "@guildhall/forms";

/** What tells whose an address is: the tenant that asks, and all that are on the platform. */
export interface Whose {
  readonly tenant: TenantDefinition;
  readonly tenants: readonly TenantDefinition[];
}

export function presentAddress(place: ProvidedAddress, whose: Whose): FoundAddress {
  const { address, custodianCode } = place;
  const text = lineOf(address);
  const location = locationOf(address, text);
  return {
    id: address.uprn,
    text,
    address,
    ...(location ? { location } : {}),
    uprn: address.uprn,
    council: councilOf(place, whose),
    outside: !isOf(whose.tenant, custodianCode),
  };
}

/** Write an address on one line. */
export function lineOf({ line1, line2, town, postcode }: Address): string {
  return [line1, line2, town, postcode].filter(Boolean).join(", ");
}

function locationOf(
  { easting, northing, ...address }: Address,
  text: string,
): Location | undefined {
  if (easting === undefined || northing === undefined) return undefined;
  const degrees = toDegrees({ easting, northing });
  if (!degrees) return undefined;
  const { postcode, uprn } = address;
  return {
    ...degrees,
    easting,
    northing,
    ...(postcode === undefined ? {} : { postcode }),
    ...(uprn === undefined ? {} : { uprn }),
    description: text,
  };
}

function councilOf({ custodianCode, custodian }: ProvidedAddress, whose: Whose): PlaceCouncil {
  const { tenant: own, tenants } = whose;
  const tenant = isOf(own, custodianCode)
    ? own
    : tenants.find(
        (one) => one.kind === "council" && one.sandboxOf === undefined && isOf(one, custodianCode),
      );
  if (!tenant) return { custodianCode, name: custodian ?? "another council" };
  const { id, name, website } = tenant;
  const link = { id, name, ...(website === undefined ? {} : { website }) };
  return { custodianCode, name, tenant: link };
}

function isOf({ places }: TenantDefinition, custodianCode: string): boolean {
  return places?.custodianCodes.includes(custodianCode) ?? false;
}
