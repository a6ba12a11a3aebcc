/** Tests of the doctor, against servers that misbehave. */
@NullMarked
package io.github.usher.doctor;

import org.jspecify.annotations.NullMarked;
