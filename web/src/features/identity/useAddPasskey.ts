import { useMutation } from '@tanstack/react-query';
import { useOrg } from '@/shared/place';
import { useToasts } from '@/ui/Toasts';
import { deviceOf } from './device';
import { addPasskey } from './passkeys';

/** Makes a passkey in this browser, named after the device, and says when there is one. */
export function useAddPasskey(onAdded: () => unknown) {
  const org = useOrg();
  const toasts = useToasts();
  return useMutation({
    mutationFn: () => addPasskey(org, deviceOf(navigator.userAgent)),
    onSuccess: (added) => (added ? onAdded() : undefined),
    onError: toasts.fail,
  });
}
