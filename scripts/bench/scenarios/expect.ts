/** Stops the bench: there is no point in measuring wrong answers. */
export function expectRight(isRight: boolean, what: string): void {
  if (!isRight) throw new Error(`The API answers wrongly: ${what}`);
}
