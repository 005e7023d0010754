package io.dure.platform.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.ServerTest;
import io.dure.TestingOrganisations;
import io.dure.platform.problem.InvalidInputException;
import io.dure.platform.problem.StaleVersionException;
import io.dure.platform.problem.UnknownThingException;
import io.dure.platform.tenancy.Authority;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.ForbiddenException;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.Picture;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class PeopleTests {
    @Autowired TestingOrganisations organisations;
    @Autowired People people;
    @Autowired Photos photos;
    @Autowired Groups groups;

    TenantId tenant;
    Caller caller;

    @BeforeEach
    void openOrganisation() {
        tenant = organisations.open(10);
        caller =
                TestingOrganisations.caller(
                        tenant, PeopleCapabilities.READ, PeopleCapabilities.MANAGE);
    }

    @Test
    void ofManyWhoComeAtOnceJustAsManyGetInAsThePlanHasRoomFor() throws InterruptedException {
        var refused = new ArrayList<Throwable>();
        var each = new ArrayList<Callable<Card>>();
        for (int i = 0; i < 16; i++) {
            var details = details("사원" + i, "E" + i);
            each.add(() -> enter(details));
        }

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var future : threads.invokeAll(each)) {
                try {
                    future.get();
                } catch (ExecutionException e) {
                    refused.add(e.getCause());
                }
            }
        }

        assertThat(refused).hasSize(6).allMatch(PeopleLimitException.class::isInstance);
    }

    @Test
    void aChangeOfAnOldVersionIsRefused() {
        var person = enter(details("김민수", "A1")).person();
        in(() -> people.edit(caller, person.id(), 1, details("김민서", "A1")));

        assertThatThrownBy(() -> in(() -> people.edit(caller, person.id(), 1, details("김", "A1"))))
                .isInstanceOf(StaleVersionException.class);
    }

    @Test
    void anEmployeeNumberIsOnePersons() {
        enter(details("김민수", "A1"));

        assertThatThrownBy(() -> enter(details("이영희", "A1")))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void anOtherOrganisationsPersonIsNobody() {
        var person = enter(details("김민수", "A1")).person();
        tenant = organisations.open(10);

        assertThatThrownBy(() -> in(() -> people.card(caller, person.id())))
                .isInstanceOf(UnknownThingException.class);
    }

    @Test
    void whoeverLeftCanComeBack() {
        var person = enter(details("김민수", "A1")).person();
        var left = in(() -> people.deactivate(caller, person.id(), 1)).person();
        assertThat(left.state()).isEqualTo(Person.State.INACTIVE);

        var back = in(() -> people.reactivate(caller, person.id(), left.version())).person();

        assertThat(back.state()).isEqualTo(Person.State.INVITED);
    }

    @Test
    void aGuestSeesThemselvesAndTheirGroupsAndNothingElse() {
        var guest =
                in(() -> people.create(caller, Person.Kind.GUEST, details("손님", "G1"), Posts.NONE))
                        .person()
                        .id();
        var member = enter(details("김민수", "A1")).person().id();
        var shared = in(() -> groups.create(caller, "공동 프로젝트", "")).id();
        var other = in(() -> groups.create(caller, "임원", "")).id();
        add(shared, guest);
        add(shared, member);
        add(other, member);
        var eyes = new Caller(tenant, guest, Authority.NONE, "127.0.0.1");

        assertThat(in(() -> people.card(eyes, guest)).person().name()).isEqualTo("손님");
        assertThat(in(() -> groups.list(eyes))).extracting(Group::id).containsExactly(shared);
        assertThat(in(() -> groups.members(eyes, shared, Optional.empty()))).hasSize(2);
        assertThatThrownBy(() -> in(() -> people.card(eyes, member)))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> in(() -> groups.members(eyes, other, Optional.empty())))
                .isInstanceOf(UnknownThingException.class);
    }

    @Test
    void aPhotoIsWhatItsBytesSay() throws IOException {
        var id = enter(details("김민수", "A1")).person().id();
        var png = picture(10, "png");

        in(() -> {
            photos.put(caller, id, Photo.of(png));
            return true;
        });

        assertThat(in(() -> photos.find(caller, id)).image()).isEqualTo(png);
        assertThat(Photo.of(picture(10, "jpg")).mediaType()).isEqualTo("image/jpeg");
        assertThat(in(() -> people.card(caller, id)).profile().photoTag()).isPresent();
    }

    @Test
    void whatIsNoPhotoIsRefused() throws IOException {
        var cut = java.util.Arrays.copyOf(picture(10, "png"), 40);
        var html =
                "<html><script>alert(1)</script>".getBytes(java.nio.charset.StandardCharsets.UTF_8);

        for (var bytes :
                List.of(
                        cut,
                        html,
                        picture(10, "gif"),
                        new byte[0],
                        new byte[Photo.MOST_BYTES + 1],
                        picture(Picture.MOST_PIXELS_A_SIDE + 1, "png"))) {
            assertThatThrownBy(() -> Photo.of(bytes)).isInstanceOf(InvalidInputException.class);
        }
    }

    private static byte[] picture(int side, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(side, 10, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }

    private void add(UUID group, PersonId person) {
        in(() -> {
            groups.add(caller, group, person);
            return true;
        });
    }

    private Card enter(Details details) {
        return in(() -> people.create(caller, Person.Kind.MEMBER, details, Posts.NONE));
    }

    private static Details details(String name, String number) {
        return new Details(
                null, number, name, null, null, null, null, null, null, null, null, null);
    }

    private <T> T in(Supplier<T> code) {
        return TenantScope.<T, RuntimeException>call(tenant, code::get);
    }
}
