/// Usage over HTTP, for organisations and for the operator.
@NullMarked
package io.dure.cloud.metering.web;

import org.jspecify.annotations.NullMarked;
