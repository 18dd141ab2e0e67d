import { faultKinds } from "../faults.ts";
import { describeFault } from "./fault-words.ts";
import type { Place } from "./place.ts";

/** Say that this back office is misbehaving on purpose, so that nobody takes it for a real fault. */
export function FaultBanner({ place }: { place: Place }) {
  const { faults, system, tenant } = place;
  const on = faultKinds.flatMap((kind) => {
    const setting = faults[kind];
    return setting ? [describeFault(kind, setting)] : [];
  });
  if (on.length === 0) return null;
  return (
    <div class="warning" role="status">
      <strong>Misbehaving on purpose.</strong> {on.join(". ")}.{" "}
      <a href={`/${system}/${tenant}/misbehave`}>Change this</a>
    </div>
  );
}
