// Shows the theme that this device remembers before anything is painted; Mantine keeps it by this name.
{
  const remembered = localStorage.getItem('mantine-color-scheme-value');
  const night = matchMedia('(prefers-color-scheme: dark)').matches;
  const dark = remembered === 'dark' || (remembered !== 'light' && night);
  document.documentElement.dataset.mantineColorScheme = dark ? 'dark' : 'light';
}
