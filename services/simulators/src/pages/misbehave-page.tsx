import { type FaultKind, faultKinds } from "../faults.ts";
import { faultWords } from "./fault-words.ts";
import { Layout } from "./layout.tsx";
import { ErrorSummary, type Wrong } from "./parts.tsx";
import type { Place } from "./place.ts";

interface MisbehavePageProps {
  readonly place: Place;
  readonly wrongs?: readonly Wrong[];
}

/** Where a person makes this back office misbehave, to see what the platform does then. */
export function MisbehavePage({ place, wrongs = [] }: MisbehavePageProps) {
  const address = `/${place.system}/${place.tenant}/misbehave`;
  return (
    <Layout title="Misbehave" place={place} current={address}>
      <ErrorSummary wrongs={wrongs} />
      <h1>Misbehave on demand</h1>
      <p>
        Choose what goes wrong when the platform calls. Leave “times” empty to keep it until you
        change it back. These pages go on working.
      </p>
      <form class="panel" method="post" action={address}>
        {faultKinds.map((kind) => (
          <FaultFields kind={kind} place={place} />
        ))}
        <button type="submit">Save</button>
      </form>
    </Layout>
  );
}

function FaultFields({ kind, place }: { kind: FaultKind; place: Place }) {
  const setting = place.faults[kind];
  const busy = kind === "status429" || kind === "status503";
  return (
    <div class="fault">
      <div class="check">
        <input type="checkbox" id={kind} name="on" value={kind} checked={setting !== undefined} />
        <label for={kind}>{faultWords[kind]}</label>
      </div>
      <NumberField kind={kind} setting="times" label="Times" value={setting?.times} />
      {kind === "slow" ? (
        <NumberField
          kind={kind}
          setting="ms"
          label="Milliseconds"
          value={place.faults.slow?.ms ?? 3000}
        />
      ) : null}
      {busy ? (
        <NumberField
          kind={kind}
          setting="retryAfterS"
          label="Retry after (s)"
          value={place.faults[kind]?.retryAfterS}
        />
      ) : null}
    </div>
  );
}

interface NumberFieldProps {
  readonly kind: FaultKind;
  readonly setting: string;
  readonly label: string;
  readonly value: number | undefined;
}

function NumberField({ kind, setting, label, value }: NumberFieldProps) {
  const id = `${kind}-${setting}`;
  return (
    <div>
      <label for={id}>
        {label}
        <span class="hidden"> for: {faultWords[kind]}</span>
      </label>
      <input type="number" id={id} name={id} min="0" value={value ?? ""} inputmode="numeric" />
    </div>
  );
}
