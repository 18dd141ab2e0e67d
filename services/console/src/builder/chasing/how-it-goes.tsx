import type { ServiceAddresses } from "../ground/service-addresses.ts";

/** The ways from a service's home to what people say of it by what they do. */
export function HowItGoes({ here }: { here: ServiceAddresses }) {
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={here.chasing}>
        How often people ask
      </a>
      {" · "}
      <a class="govuk-link" href={here.ratings}>
        How satisfied people are
      </a>
    </p>
  );
}
