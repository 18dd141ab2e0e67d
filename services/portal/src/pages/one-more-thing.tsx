import type { Tracking } from "@guildhall/contract";
import { dateWords } from "@guildhall/forms";
import { Button, NotificationBanner } from "@guildhall/ui";
import type { Council } from "../environment.ts";

/** Tell whoever follows their request that one more thing is asked of them, until when, and where to answer. */
export function OneMoreThing({ council, tracking }: { council: Council; tracking: Tracking }) {
  const { information, reference } = tracking;
  if (!information) return null;
  const words = council.words.answering;
  return (
    <NotificationBanner>
      <h2 class="govuk-notification-banner__heading">
        {words.asked(dateWords(information.respondBy, council.language))}
      </h2>
      <p class="govuk-body">{words.waits}</p>
      <Button href={council.at.answer(reference)}>{words.answer}</Button>
    </NotificationBanner>
  );
}
