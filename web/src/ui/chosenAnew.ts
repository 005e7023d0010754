import type { MouseEvent } from 'react';

/**
 * For a file input: browsers say nothing when the file that was chosen last is chosen again, as
 * after mending it, unless the input has forgotten it.
 */
export const chosenAnew = {
  onClick: ({ currentTarget }: MouseEvent<HTMLInputElement>) => {
    currentTarget.value = '';
  },
};
