package io.dure.engines.objects.events;

import io.dure.engines.objects.configuration.notification.EventRecord;
import io.dure.engines.objects.configuration.notification.HookName;

/// What one webhook is to be told.
///
/// @param record without a sequencer
public record ObjectEvent(HookName hook, EventRecord record) {}
