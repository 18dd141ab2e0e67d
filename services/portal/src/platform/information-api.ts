import {
  type Answers,
  InformationDraft,
  InformationRequest,
  type Language,
  pageOf,
} from "@guildhall/contract";
import {
  answerInformationRequest,
  ask,
  type Client,
  listInformationRequests,
  openInformationRequest,
} from "@guildhall/sdk";

/** Which request of which process. */
export interface AskedPlace {
  readonly process: string;
  readonly request: string;
}

/** What is asked of a citizen after they have sent their form. */
export function information(client: Client, language: Language) {
  const pathOf = ({ process: id, request }: AskedPlace) => ({ id, request });
  return {
    /** All that was asked of a process, with the token that follows it. */
    informationRequests: async (process: string, token: string) => {
      const call = listInformationRequests({ client, path: { id: process }, auth: token });
      return (await ask(call, pageOf(InformationRequest))).data;
    },
    openInformation: (place: AskedPlace, token: string) =>
      ask(
        openInformationRequest({ client, path: pathOf(place), query: { language }, auth: token }),
        InformationDraft,
      ),
    /** With the draft's token. Sending the same answers again is answered in the same way. */
    answerInformation: (place: AskedPlace, token: string, answers: Answers) => {
      const headers = { "Idempotency-Key": `answer-${place.request}` };
      return ask(
        answerInformationRequest({
          client,
          path: pathOf(place),
          auth: token,
          body: { answers },
          headers,
        }),
        InformationRequest,
      );
    },
  };
}
