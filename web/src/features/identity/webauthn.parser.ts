/*
 * The server writes these in the form that browsers read; its description knows them only as
 * objects. The browser checks every member itself and throws a TypeError where one is wrong.
 */

type Options = Readonly<Record<string, unknown>>;

export function creationOptions(options: Options): PublicKeyCredentialCreationOptionsJSON {
  return options as unknown as PublicKeyCredentialCreationOptionsJSON;
}

export function requestOptions(options: Options): PublicKeyCredentialRequestOptionsJSON {
  return options as unknown as PublicKeyCredentialRequestOptionsJSON;
}

/** What the browser made, as JSON. */
export function credentialJson(credential: PublicKeyCredential): Record<string, unknown> {
  return credential.toJSON() as Record<string, unknown>;
}
