/** Loads the page anew when the engine that came back serves another one: after an update, or while Tearsheet is being worked on. */
export async function reloadWhenNew(): Promise<void> {
  const script = document.querySelector<HTMLScriptElement>('script[type=module][src]');
  const name = script && new URL(script.src).pathname.split('/').at(-1);
  if (!name) return;
  const response = await fetch('/', { cache: 'no-store' });
  if (response.ok && !(await response.text()).includes(name)) window.location.reload();
}
