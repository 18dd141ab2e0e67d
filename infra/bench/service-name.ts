/** The service that the bench submits to. */
export const benchService = "moving-home";
