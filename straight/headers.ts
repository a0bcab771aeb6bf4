/** What a browser sent: nothing, since pages are made on behalf of nobody. */
export async function headers(): Promise<Headers> {
  return new Headers();
}
