import type { Agreement, AgreementSide, AgreementStanding } from "@guildhall/contract";
import type { AgreementRow, Signature } from "@guildhall/store";
import { instant } from "../process/present.ts";

/** How an agreement stands now. */
export function standingOf(row: AgreementRow, now: number): AgreementStanding {
  const isApproved = row.ownerApproval !== null && row.servingApproval !== null;
  if (row.ended) return isApproved ? "ended" : "refused";
  if (row.endsAt <= now) return "lapsed";
  return isApproved ? "in-force" : "proposed";
}

/** Which of its sides a tenant is. */
export function sideOf({ owner }: AgreementRow, tenant: string): AgreementSide {
  return owner === tenant ? "owner" : "serving";
}

export function presentAgreement(
  row: AgreementRow,
  { names, now }: { readonly names: ReadonlyMap<string, string>; readonly now: number },
): Agreement {
  const party = (id: string) => ({ id, name: names.get(id) ?? id });
  const { ownerApproval, servingApproval, ended } = row;
  return {
    id: row.id,
    owner: party(row.owner),
    serving: party(row.serving),
    purpose: row.purpose,
    ...(row.services ? { services: [...row.services] } : {}),
    until: instant(row.endsAt),
    standing: standingOf(row, now),
    proposedBy: row.proposedBy,
    proposedAt: instant(row.proposedAt),
    approvals: {
      ...(ownerApproval ? { owner: signed(ownerApproval) } : {}),
      ...(servingApproval ? { serving: signed(servingApproval) } : {}),
    },
    ...(ended ? { ended: { ...signed(ended), tenant: ended.tenant } } : {}),
  };
}

function signed({ name, at }: Signature) {
  return { name, at: instant(at) };
}
